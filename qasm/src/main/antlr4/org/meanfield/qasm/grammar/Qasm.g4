// OpenQASM 2 and 3 as far as they describe circuits; what else a program may hold is recognised, so that it can be
// refused with a reason.
//
// One token decides everywhere, and operators are lists, not recursion: parsing takes linear time, and only brackets
// nest. A file is read statement by statement.
//
// References. A. W. Cross et al., OpenQASM 3: a broader and deeper quantum assembly language, ACM Trans. Quantum
// Comput. 3, 12 (2022); A. W. Cross et al., Open quantum assembly language, arXiv:1707.03429 (2017).
grammar Qasm;

statement
  : OPENQASM number=(INTEGER | REAL) ';'                                       # version
  | INCLUDE file=STRING ';'                                                    # include
  | (QUBIT designator? name=WORD | QREG name=WORD designator?) ';'             # qubits
  | (BIT designator? name=WORD ('=' measurement)? | CREG name=WORD designator?) ';' # bits
  | INPUT (scalar | array) name=WORD ';'                                       # input
  | OUTPUT (scalar | array | BIT designator?) name=WORD ';'                    # output
  | CONST? scalar name=WORD ('=' expression)? ';'                              # variable
  | LET name=WORD '=' operand ('++' operand)* ';'                              # alias
  | GATE name=WORD ('(' angles=words? ')')? targets=words block                # gate
  | FOR scalar? name=WORD IN iterable (block | statement)                      # loop
  | BARRIER operands? ';'                                                      # barrier
  | measurement ('->' operand)? ';'                                            # measure
  | modifier+ call ';'                                                         # modified
  | WORD (arguments operands? | operands | indices* assignment)? ';'           # plain
  | refusal=(RESET | IF | ELSE | WHILE | DEF | EXTERN | BOX | RETURN | BREAK | CONTINUE | END | SWITCH | CAL | DEFCAL
      | DELAY | OPAQUE | DURATION | STRETCH | NOP | PRAGMA) other* (';' | braces (ELSE other* (';' | braces))*)?  # refused
  | ';'                                                                        # empty
  ;

block : '{' statement* '}' ;

designator : '[' expression ']' ;
scalar : type=(FLOAT | INT | UINT | ANGLE | BOOL | COMPLEX) designator? ;
array : ARRAY '[' scalar (',' expression)+ ']' ;
words : WORD (',' WORD)* ;

measurement : MEASURE operands ;
call : WORD arguments? operands? ;
arguments : '(' (expression (',' expression)*)? ')' ;
operands : operand (',' operand)* ;
operand : WORD indices* | HARDWARE ;
assignment : operator=('=' | '+=' | '-=' | '*=' | '/=') (measurement | expression) ;
modifier : kind=(CTRL | NEGCTRL | INV | POW) ('(' expression ')')? '@' ;

indices : '[' item (',' item)* ']' ;
iterable : '[' item ']' | set ;
item : set | expression range? | range ;
range : ':' second=expression? (':' third=expression)? ;
set : '{' expression (',' expression)* '}' ;

expression : term (operators+=('+' | '-') term)* ;
term : factor (operators+=('*' | '/' | '%') factor)* ;
factor : signs+=('+' | '-')* power ;
power : atom (operators+=('**' | '^') exponent)* ;
exponent : signs+=('+' | '-')* atom ;
atom
  : number=(INTEGER | REAL)
  | '(' expression ')'
  | scalar '(' expression ')'
  | name=POW arguments
  | name=WORD (arguments | indices+)?
  ;

// The rest of a statement that is refused.
other : ~('{' | '}' | ';') ;
braces : '{' (braces | ~('{' | '}'))* '}' ;

OPENQASM : 'OPENQASM' ;
INCLUDE : 'include' ;
QUBIT : 'qubit' ;
QREG : 'qreg' ;
BIT : 'bit' ;
CREG : 'creg' ;
INPUT : 'input' ;
OUTPUT : 'output' ;
CONST : 'const' ;
LET : 'let' ;
GATE : 'gate' ;
FOR : 'for' ;
IN : 'in' ;
BARRIER : 'barrier' ;
MEASURE : 'measure' ;
CTRL : 'ctrl' ;
NEGCTRL : 'negctrl' ;
INV : 'inv' ;
POW : 'pow' ;
FLOAT : 'float' ;
INT : 'int' ;
UINT : 'uint' ;
ANGLE : 'angle' ;
BOOL : 'bool' ;
COMPLEX : 'complex' ;
ARRAY : 'array' ;
RESET : 'reset' ;
IF : 'if' ;
ELSE : 'else' ;
WHILE : 'while' ;
DEF : 'def' ;
EXTERN : 'extern' ;
BOX : 'box' ;
RETURN : 'return' ;
BREAK : 'break' ;
CONTINUE : 'continue' ;
END : 'end' ;
SWITCH : 'switch' ;
CAL : 'cal' ;
DEFCAL : 'defcal' | 'defcalgrammar' ;
DELAY : 'delay' ;
OPAQUE : 'opaque' ;
DURATION : 'duration' ;
STRETCH : 'stretch' ;
NOP : 'nop' ;
PRAGMA : '#'? 'pragma' ~[\r\n]* ;

STRING : '"' ~["\r\n]* '"' ;
INTEGER
  : [0-9] ('_'? [0-9])*
  | '0' [xX] [0-9a-fA-F] ('_'? [0-9a-fA-F])*
  | '0' [oO] [0-7] ('_'? [0-7])*
  | '0' [bB] [01] ('_'? [01])*
  ;
REAL : (DIGITS '.' DIGITS? | '.' DIGITS) EXPONENT? | DIGITS EXPONENT ;
fragment DIGITS : [0-9] ('_'? [0-9])* ;
fragment EXPONENT : [eE] [+-]? DIGITS ;
WORD : [\p{L}\p{Nl}_] [\p{L}\p{Nl}\p{Nd}\p{No}\p{M}_]* ;
HARDWARE : '$' [0-9]+ ;

// At the beginning of a line only, for '@' stands behind modifiers too.
ANNOTATION : [ \t]* [\r\n] [ \t\r\n]* '@' [\p{L}_] ~[\r\n]* -> skip ;
SPACE : [ \t\r\n\f\u00a0\ufeff]+ -> skip ;
LINE_COMMENT : '//' ~[\r\n]* -> skip ;
BLOCK_COMMENT : '/*' .*? '*/' -> skip ;
// Whatever else there is, so that the parser tells of it.
STRAY : . ;
