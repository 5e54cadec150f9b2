"""What MathJax sets in Anki: its commands, without those that lead out of a formula.

Anki loads the packages base, ams, mathtools and mhchem, and some others at the first use of a command of theirs (its
`ts/mathjax/index.ts`; MathJax 3, `autoload`). Left out is what links, styles or loads something, what names elements of
the page, and what defines commands, since a definition would hold for all cards that are shown later.
"""

_COMMANDS = """
AXC Aboxed And ArrowBetweenLines Arrowvert Axiom AxiomC BIC Bbb Bbbk Big Bigg Biggl Biggm Biggr Bigl Bigm Bigr
BinaryInf BinaryInfC Box Bra Braket Bumpeq Cap Colonapprox Coloneq Coloneqq Colonsim Cup Delta Diamond Doteq
Downarrow Eqcolon Eqqcolon Finv Game Gamma Huge Im Join Ket Ketbra LARGE LL LaTeX Lambda Large LeftLabel Leftarrow
Leftrightarrow Lleftarrow Longleftarrow Longleftrightarrow Longrightarrow Lsh MTFlushSpaceAbove MTFlushSpaceBelow
MTThinColon MoveEqLeft Omega Phi Pi Pr Psi QuaternaryInf QuaternaryInfC QuinaryInf QuinaryInfC RL Re RightLabel
Rightarrow Rrightarrow Rsh S Set Sigma Subset Supset TIC TeX Theta Tiny TrinaryInf TrinaryInfC UIC UnaryInf
UnaryInfC Uparrow Updownarrow Upsilon Vdash Vert Vvdash Xi above abovewithdelims acute adjustlimits aleph alpha
alwaysDashedLine alwaysNoLine alwaysRootAtBottom alwaysRootAtTop alwaysSingleLine alwaysSolidLine amalg angle approx
approxeq arccos arcsin arctan arg array arrowvert ast asymp atop atopwithdelims backepsilon backprime backsim
backsimeq backslash bar barwedge bcancel because begin beta beth between bf big bigcap bigcirc bigcup bigg biggl
biggm biggr bigl bigm bigodot bigoplus bigotimes bigr bigsqcup bigstar bigtimes bigtriangledown bigtriangleup
biguplus bigvee bigwedge binom blacklozenge blacksquare blacktriangle blacktriangledown blacktriangleleft
blacktriangleright bmod boldsymbol bond bot bowtie boxdot boxed boxminus boxplus boxtimes bra brace bracevert brack
braket breve buildrel bullet bumpeq ca cal cancel cancelto cap cases cdot cdotp cdots ce centercolon centerdot cfrac
check checkmark chi choose circ circeq circlearrowleft circlearrowright circledR circledS circledast circledcirc
circleddash clap clubsuit colon colonapprox coloneq coloneqq colonsim color colorbox complement cong coprod cos cosh
cot coth cr cramped crampedclap crampedllap crampedrlap crampedsubstack csc cup curlyeqprec curlyeqsucc curlyvee
curlywedge curvearrowleft curvearrowright dagger daleth dashedLine dashleftarrow dashrightarrow dashv dbinom
dblcolon ddagger ddddot dddot ddot ddots deg delta det dfrac diagdown diagup diamond diamondsuit digamma dim
displaylines displaystyle div divideontimes dot doteq doteqdot dotplus dots dotsb dotsc dotsi dotsm dotso
doublebarwedge doublecap doublecup downarrow downdownarrows downharpoonleft downharpoonright ell emptyset enclose
end enspace epsilon eqalign eqalignno eqcirc eqcolon eqqcolon eqsim eqslantgtr eqslantless equiv eta eth exists exp
fCenter fallingdotseq fbox fcolorbox flat forall frac frak framebox frown gamma gcd ge genfrac geq geqq geqslant
gets gg ggg gggtr gimel gnapprox gneq gneqq gnsim grave gt gtrapprox gtrdot gtreqless gtreqqless gtrless gtrsim
gvertneqq hat hbar hbox hdashline heartsuit hfil hfill hfilll hline hom hookleftarrow hookrightarrow hphantom hskip
hslash hspace huge idotsint iff iiiint iiint iint imath impliedby implies in inf infty injlim int intercal intop
iota it jmath kappa ker kern ket ketbra lVert lambda land langle large lbrace lbrack lceil ldotp ldots le leadsto
left leftarrow leftarrowtail leftharpoondown leftharpoonup leftleftarrows leftrightarrow leftrightarrows
leftrightharpoons leftrightsquigarrow leftroot leftthreetimes leq leqalignno leqq leqslant lessapprox lessdot
lesseqgtr lesseqqgtr lessgtr lesssim lfloor lg lgroup lhd lim liminf limits limsup ll llap llcorner lll llless
lmoustache ln lnapprox lneq lneqq lnot lnsim log longLeftrightharpoons longRightleftharpoons longleftarrow
longleftrightarrow longleftrightarrows longmapsto longrightarrow longrightleftharpoons looparrowleft looparrowright
lor lower lozenge lparen lrcorner lt ltimes lvert lvertneqq maltese mapsto mathbb mathbf mathbfcal mathbffrak
mathbfit mathbfscr mathbfsf mathbfsfit mathbfsfup mathbfup mathbin mathcal mathchoice mathclap mathclose mathfrak
mathinner mathit mathllap mathmakebox mathmbox mathnormal mathop mathopen mathord mathpunct mathrel mathring
mathrlap mathrm mathscr mathsf mathsfit mathsfup mathstrut mathtt mathup matrix max mbox measuredangle mho mid
middle min mit mkern mod models moveleft moveright mp mskip mspace mu multimap nLeftarrow nLeftrightarrow
nRightarrow nVDash nVdash nabla natural ncong ndownarrow ne nearrow neg negmedspace negthickspace negthinspace neq
newline nexists ngeq ngeqq ngeqslant ngtr ni nleftarrow nleftrightarrow nleq nleqq nleqslant nless nmid noLine
nobreakspace nolimits nonscript nonumber normalsize not notag notin nparallel nprec npreceq nrightarrow nshortmid
nshortparallel nsim nsubseteq nsubseteqq nsucc nsucceq nsupseteq nsupseteqq ntriangleleft ntrianglelefteq
ntriangleright ntrianglerighteq nu nuparrow nvDash nvdash nwarrow odot oint oldstyle omega omicron ominus
operatorname oplus ordinarycolon oslash otimes over overbrace overbracket overleftarrow overleftrightarrow overline
overparen overrightarrow overset overunderset overwithdelims owns parallel partial perp phantom phi pi pitchfork pm
pmatrix pmb pmod pod prec precapprox preccurlyeq preceq precnapprox precneqq precnsim precsim prescript prime prod
projlim propto psi pu qquad quad rVert raise rangle rbrace rbrack rceil restriction rfloor rgroup rhd rho right
rightarrow rightarrowtail rightharpoondown rightharpoonup rightleftarrows rightleftharpoons rightrightarrows
rightsquigarrow rightthreetimes risingdotseq rlap rm rmoustache root rootAtBottom rootAtTop rparen rtimes rule rvert
scr scriptscriptstyle scriptsize scriptstyle searrow sec set setminus sf sharp shortmid shortparallel
shortvdotswithin shoveleft shoveright sideset sigma sim simeq sin singleLine sinh skew small smallfrown smallint
smallsetminus smallsmile smash smile solidLine space spadesuit sphericalangle splitdfrac splitfrac sqcap sqcup sqrt
sqsubset sqsubseteq sqsupset sqsupseteq square stackbin stackrel star strut subset subseteq subseteqq subsetneq
subsetneqq substack succ succapprox succcurlyeq succeq succnapprox succneqq succnsim succsim sum sup supset supseteq
supseteqq supsetneq supsetneqq surd swarrow symbb symbf symbfcal symbffrak symbfit symbfscr symbfsf symbfsfit
symbfsfup symbfup symcal symfrak symit symnormal symrm symscr symsf symsfit symsfup symtt symup tag tan tanh tau
tbinom text textbf textclap textcolor textit textllap textnormal textrlap textrm textsf textstyle texttt textup
tfrac therefore theta thickapprox thicksim thinspace tilde times tiny to top triangle triangledown triangleleft
trianglelefteq triangleq triangleright trianglerighteq tripledash tt twoheadleftarrow twoheadrightarrow ulcorner
underbrace underbracket underleftarrow underleftrightarrow underline underparen underrightarrow underset unlhd unrhd
uparrow updownarrow upharpoonleft upharpoonright uplus uproot upsilon upuparrows urcorner vDash varDelta varGamma
varLambda varOmega varPhi varPi varPsi varSigma varTheta varUpsilon varXi varepsilon varinjlim varkappa varliminf
varlimsup varnothing varphi varpi varprojlim varpropto varrho varsigma varsubsetneq varsubsetneqq varsupsetneq
varsupsetneqq vartheta vartriangle vartriangleleft vartriangleright vcenter vdash vdots vdotswithin vec vee veebar
verb vert vphantom wedge widehat widetilde wp wr xLeftarrow xLeftrightarrow xLeftrightharpoons xRightarrow
xRightleftharpoons xcancel xhookleftarrow xhookrightarrow xi xleftarrow xleftharpoondown xleftharpoonup
xleftrightarrow xleftrightharpoons xlongequal xmapsto xrightarrow xrightharpoondown xrightharpoonup
xrightleftharpoons xtofrom xtwoheadleftarrow xtwoheadrightarrow yen zeta
"""
COMMANDS = frozenset(_COMMANDS.split())
"""Those with names of letters; a backslash with any other character is TeX's own."""

_ENVIRONMENTS = """
Bmatrix Bmatrix* Bsmallmatrix Bsmallmatrix* CD Vmatrix Vmatrix* Vsmallmatrix Vsmallmatrix* align align* alignat
alignat* aligned alignedat array bmatrix bmatrix* bsmallmatrix bsmallmatrix* cases cases* crampedsubarray dcases
dcases* drcases drcases* eqnarray eqnarray* equation equation* flalign flalign* gather gather* gathered lgathered
matrix matrix* multline multline* multlined pmatrix pmatrix* prooftree psmallmatrix psmallmatrix* rcases rcases*
rgathered smallmatrix smallmatrix* split spreadlines subarray vmatrix vmatrix* vsmallmatrix vsmallmatrix* xalignat
xalignat* xxalignat
"""
ENVIRONMENTS = frozenset(_ENVIRONMENTS.split())
