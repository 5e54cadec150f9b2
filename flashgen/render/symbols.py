"""The TeX commands that formulas may use, and what each one shows."""

_GREEK = (
    "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ "
    "mu μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω "
    "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω"
)
_OPERATORS = (
    "pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ otimes ⊗ cap ∩ cup ∪ setminus ∖ wedge ∧ "
    "land ∧ vee ∨ lor ∨ neg ¬ lnot ¬ "
    "sum ∑ prod ∏ int ∫ iint ∬ oint ∮ partial ∂ nabla ∇ infty ∞ forall ∀ exists ∃ emptyset ∅ "
    "ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ prime ′ degree ° ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ angle ∠ triangle △"
)
_RELATIONS = (
    "le ≤ leq ≤ ge ≥ geq ≥ ll ≪ gg ≫ ne ≠ neq ≠ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ in ∈ notin ∉ ni ∋ "
    "subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ mid ∣ parallel ∥ perp ⟂ to → rightarrow → leftarrow ← leftrightarrow ↔ "
    "Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ iff ⟺ mapsto ↦ uparrow ↑ downarrow ↓ therefore ∴ because ∵"
)
_FENCES = "langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } vert | Vert ‖ lvert | rvert |"


def _pairs(table: str) -> dict[str, str]:
    words = table.split()
    return dict(zip(words[::2], words[1::2], strict=True))


SYMBOLS = _pairs(f"{_GREEK} {_OPERATORS} {_RELATIONS} {_FENCES}") | {
    "{": "{",
    "}": "}",
    "%": "%",
    "#": "#",
    "&": "&",
    "$": "$",
    "_": "_",
    "|": "‖",
    "colon": ":",
}

FUNCTIONS = {
    name: name
    for name in (
        *("sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "exp", "log"),
        *("ln", "lg", "min", "max", "sup", "inf", "lim", "det", "dim", "ker", "deg", "gcd", "arg", "Pr"),
    )
}

SPACES = {",": "0.17", ":": "0.22", ">": "0.22", ";": "0.28", " ": "0.33", "quad": "1", "qquad": "2", "!": "-0.17"}
"""Widths in em."""

ACCENTS = {
    "hat": "\u0302",
    "widehat": "\u0302",
    "tilde": "\u0303",
    "widetilde": "\u0303",
    "bar": "\u0304",
    "overline": "\u0304",
    "dot": "\u0307",
    "ddot": "\u0308",
    "vec": "\u20d7",
}

STYLES = {
    "mathrm": "upright",
    "operatorname": "upright",
    "mathbf": "bold",
    "boldsymbol": "bold",
    "mathit": "italic",
    "mathbb": "double",
    "mathcal": "script",
    "mathfrak": "fraktur",
    "mathsf": "sans",
}
