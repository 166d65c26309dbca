;; Divisions under a condition that says that the divisor is not zero: done in front of it, they would
;; end the host (compiler/optimize/poison.cpp).
(module
  (memory 1)
  (global $g (mut i32) (i32.const 0))
  (data (i32.const 0) "\0b\54\9d\e6\2f\78\c1\0a\53\9c\e5\2e\77\c0\09\52\9b\e4\2d\76\bf\08\51\9a\e3\2c\75\be\07\50\99\e2\2b\74\bd\06\4f\98\e1\2a\73\bc\05\4e\97\e0\29\72\bb\04\4d\96\df\28\71\ba\03\4c\95\de\27\70\b9\02\4b\94\dd\26\6f\b8\01\4a\93\dc\25\6e\b7\00\49\92\db\24\6d\b6\ff\48\91\da\23\6c\b5\fe\47\90\d9\22\6b\b4\fd\46\8f\d8\21\6a\b3\fc\45\8e\d7\20\69\b2\fb\44\8d\d6\1f\68\b1\fa\43\8c\d5\1e\67\b0\f9\42\8b\d4\1d\66\af\f8\41\8a\d3\1c\65\ae\f7\40\89\d2\1b\64\ad\f6\3f\88\d1\1a\63\ac\f5\3e\87\d0\19\62\ab\f4\3d\86\cf\18\61\aa\f3\3c\85\ce\17\60\a9\f2\3b\84\cd\16\5f\a8\f1\3a\83\cc\15\5e\a7\f0\39\82\cb\14\5d\a6\ef\38\81\ca\13\5c\a5\ee\37\80\c9\12\5b\a4\ed\36\7f\c8\11\5a\a3\ec\35\7e\c7\10\59\a2\eb\34\7d\c6\0f\58\a1\ea\33\7c\c5\0e\57\a0\e9\32\7b\c4\0d\56\9f\e8\31\7a\c3\0c\55\9e\e7\30\79\c2\0b\54\9d\e6\2f\78\c1\0a\53\9c\e5\2e\77\c0\09\52\9b\e4\2d\76\bf\08\51\9a\e3\2c\75\be\07\50\99\e2\2b\74\bd\06\4f\98\e1\2a\73\bc\05\4e\97\e0\29\72\bb\04\4d\96\df\28\71\ba\03\4c\95\de\27\70\b9\02\4b\94\dd\26\6f\b8\01\4a\93\dc\25\6e\b7\00\49\92\db\24\6d\b6\ff\48\91\da\23\6c\b5\fe\47\90\d9\22\6b\b4\fd\46\8f\d8\21\6a\b3\fc\45\8e\d7\20\69\b2\fb\44\8d\d6\1f\68\b1\fa\43\8c\d5\1e\67\b0\f9\42\8b\d4\1d\66\af\f8\41\8a\d3\1c\65\ae\f7\40\89\d2\1b\64\ad\f6\3f\88\d1\1a\63\ac\f5\3e\87\d0\19\62\ab\f4\3d\86\cf\18\61\aa\f3\3c\85\ce\17\60\a9\f2\3b\84\cd\16\5f\a8\f1\3a\83\cc\15\5e\a7\f0\39\82\cb\14\5d\a6\ef\38\81\ca\13\5c\a5\ee\37\80\c9\12\5b\a4\ed\36\7f\c8\11\5a\a3\ec\35\7e\c7\10\59\a2\eb\34\7d\c6\0f\58\a1\ea\33\7c\c5\0e\57\a0\e9\32\7b\c4\0d\56\9f\e8\31\7a\c3\0c\55\9e\e7\30\79\c2\0b\54\9d\e6\2f\78\c1\0a\53\9c\e5\2e\77\c0\09\52\9b\e4\2d\76\bf\08\51\9a\e3\2c\75\be\07\50\99\e2\2b\74\bd\06\4f\98\e1\2a\73\bc\05\4e\97\e0\29\72\bb\04\4d\96\df\28\71\ba\03\4c\95\de\27\70\b9\02\4b\94\dd\26\6f\b8\01\4a\93\dc\25\6e\b7\00\49\92\db\24\6d\b6\ff\48\91\da\23\6c\b5\fe\47\90\d9\22\6b\b4\fd\46\8f\d8\21\6a\b3\fc\45\8e\d7\20\69\b2\fb\44\8d\d6\1f\68\b1\fa\43\8c\d5\1e\67\b0\f9\42\8b\d4\1d\66\af\f8\41\8a\d3\1c\65\ae\f7\40\89\d2\1b\64\ad\f6\3f\88\d1\1a\63\ac\f5\3e\87\d0\19\62\ab\f4\3d\86\cf\18\61\aa\f3\3c\85\ce\17\60\a9\f2\3b\84\cd\16\5f\a8\f1\3a\83\cc\15\5e\a7\f0\39\82\cb\14\5d\a6\ef\38\81\ca\13\5c\a5\ee\37\80\c9\12\5b\a4\ed\36\7f\c8\11\5a\a3\ec\35\7e\c7\10\59\a2\eb\34\7d\c6\0f\58\a1\ea\33\7c\c5\0e\57\a0\e9\32\7b\c4\0d\56\9f\e8\31\7a\c3\0c\55\9e\e7\30\79\c2\0b\54\9d\e6\2f\78\c1\0a\53\9c\e5\2e\77\c0\09\52\9b\e4\2d\76\bf\08\51\9a\e3\2c\75\be\07\50\99\e2\2b\74\bd\06\4f\98\e1\2a\73\bc\05\4e\97\e0\29\72\bb\04\4d\96\df\28\71\ba\03\4c\95\de\27\70\b9\02\4b\94\dd\26\6f\b8\01\4a\93\dc\25\6e\b7\00\49\92\db\24\6d\b6\ff\48\91\da\23\6c\b5\fe\47\90\d9\22\6b\b4\fd\46\8f\d8\21\6a\b3\fc\45\8e\d7\20\69\b2\fb\44\8d\d6\1f\68\b1\fa\43\8c\d5\1e\67\b0\f9\42\8b\d4\1d\66\af\f8\41\8a\d3\1c\65\ae\f7\40\89\d2\1b\64\ad\f6\3f\88\d1\1a\63\ac\f5\3e\87\d0\19\62\ab\f4\3d\86\cf\18\61\aa\f3\3c\85\ce\17\60\a9\f2\3b\84\cd\16\5f\a8\f1\3a\83\cc\15\5e\a7\f0\39\82\cb\14\5d\a6\ef\38\81\ca\13\5c\a5\ee\37\80\c9\12\5b\a4\ed\36\7f\c8\11\5a\a3\ec\35\7e\c7\10\59\a2\eb\34\7d\c6\0f\58\a1\ea\33\7c\c5\0e\57\a0\e9\32\7b\c4\0d\56\9f\e8\31\7a\c3\0c\55\9e\e7\30\79\c2\0b\54\9d\e6\2f\78\c1\0a\53\9c\e5\2e\77\c0\09\52\9b\e4\2d\76\bf\08\51\9a\e3\2c\75\be\07\50\99\e2\2b\74\bd\06\4f\98\e1\2a\73\bc\05\4e\97\e0\29\72\bb\04\4d\96\df\28\71\ba\03\4c\95\de\27\70\b9\02\4b\94\dd\26\6f\b8\01\4a\93\dc\25\6e\b7\00\49\92\db\24\6d\b6\ff\48\91\da\23\6c\b5\fe\47\90\d9\22\6b\b4\fd\46\8f\d8\21\6a\b3\fc\45\8e\d7\20\69\b2\fb\44\8d\d6\1f\68\b1\fa\43\8c\d5\1e\67\b0\f9\42\8b\d4\1d\66\af\f8\41\8a\d3\1c\65\ae\f7\40\89\d2\1b\64\ad\f6\3f\88\d1\1a\63\ac\f5\3e\87\d0\19\62\ab\f4\3d\86\cf\18\61\aa\f3\3c\85\ce\17\60\a9\f2\3b\84\cd\16\5f\a8\f1\3a\83\cc\15\5e\a7\f0\39\82\cb\14\5d\a6\ef\38\81\ca\13\5c\a5\ee\37\80\c9\12\5b\a4\ed\36\7f\c8\11\5a\a3\ec\35\7e\c7\10\59\a2\eb\34\7d\c6\0f\58\a1\ea\33\7c\c5\0e\57\a0\e9\32\7b\c4\0d\56\9f\e8\31\7a\c3\0c\55\9e\e7\30\79\c2")
  (func $count (param $by i32)
    (global.set $g (i32.add (global.get $g) (local.get $by)))
    (if (i32.gt_u (global.get $g) (i32.const -5)) (then (call $count (i32.const 1)))))
  (func (export "div_u by clz") (param $x i32) (result i32) (local $i i32) (local $s i32) (local $d i32)
    (loop $on
      (if (local.get $x) (then
        
        (local.set $s (i32.add (local.get $s)
          (i32.load8_u offset=16 (i32.add (local.get $i) (i32.div_u (i32.const 1000) (i32.sub (i32.const 32) (i32.clz (local.get $x))))))))))
      (local.set $s (i32.add (local.get $s) (i32.load8_u (local.get $i))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 100))))
    (local.get $s))
  (func (export "div_u by ctz") (param $x i32) (result i32) (local $i i32) (local $s i32) (local $d i32)
    (loop $on
      (if (local.get $x) (then
        
        (local.set $s (i32.add (local.get $s)
          (i32.load8_u offset=16 (i32.add (local.get $i) (i32.div_u (i32.const 1000) (i32.sub (i32.const 32) (i32.ctz (local.get $x))))))))))
      (local.set $s (i32.add (local.get $s) (i32.load8_u (local.get $i))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 100))))
    (local.get $s))
  (func (export "rem_u by clz") (param $x i32) (result i32) (local $i i32) (local $s i32) (local $d i32)
    (loop $on
      (if (local.get $x) (then
        
        (local.set $s (i32.add (local.get $s)
          (i32.load8_u offset=16 (i32.add (local.get $i) (i32.rem_u (i32.const 1000) (i32.sub (i32.const 32) (i32.clz (local.get $x))))))))))
      (local.set $s (i32.add (local.get $s) (i32.load8_u (local.get $i))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 100))))
    (local.get $s))
  (func (export "rem_u by ctz") (param $x i32) (result i32) (local $i i32) (local $s i32) (local $d i32)
    (loop $on
      (if (local.get $x) (then
        
        (local.set $s (i32.add (local.get $s)
          (i32.load8_u offset=16 (i32.add (local.get $i) (i32.rem_u (i32.const 1000) (i32.sub (i32.const 32) (i32.ctz (local.get $x))))))))))
      (local.set $s (i32.add (local.get $s) (i32.load8_u (local.get $i))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 100))))
    (local.get $s))
  (func (export "div_s by clz") (param $x i32) (result i32) (local $i i32) (local $s i32) (local $d i32)
    (loop $on
      (if (local.get $x) (then
        
        (local.set $s (i32.add (local.get $s)
          (i32.load8_u offset=16 (i32.add (local.get $i) (i32.div_s (i32.const 1000) (i32.sub (i32.const 32) (i32.clz (local.get $x))))))))))
      (local.set $s (i32.add (local.get $s) (i32.load8_u (local.get $i))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 100))))
    (local.get $s))
  (func (export "div_s by ctz") (param $x i32) (result i32) (local $i i32) (local $s i32) (local $d i32)
    (loop $on
      (if (local.get $x) (then
        
        (local.set $s (i32.add (local.get $s)
          (i32.load8_u offset=16 (i32.add (local.get $i) (i32.div_s (i32.const 1000) (i32.sub (i32.const 32) (i32.ctz (local.get $x))))))))))
      (local.set $s (i32.add (local.get $s) (i32.load8_u (local.get $i))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 100))))
    (local.get $s))
  (func (export "rem_s by clz") (param $x i32) (result i32) (local $i i32) (local $s i32) (local $d i32)
    (loop $on
      (if (local.get $x) (then
        
        (local.set $s (i32.add (local.get $s)
          (i32.load8_u offset=16 (i32.add (local.get $i) (i32.rem_s (i32.const 1000) (i32.sub (i32.const 32) (i32.clz (local.get $x))))))))))
      (local.set $s (i32.add (local.get $s) (i32.load8_u (local.get $i))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 100))))
    (local.get $s))
  (func (export "rem_s by ctz") (param $x i32) (result i32) (local $i i32) (local $s i32) (local $d i32)
    (loop $on
      (if (local.get $x) (then
        
        (local.set $s (i32.add (local.get $s)
          (i32.load8_u offset=16 (i32.add (local.get $i) (i32.rem_s (i32.const 1000) (i32.sub (i32.const 32) (i32.ctz (local.get $x))))))))))
      (local.set $s (i32.add (local.get $s) (i32.load8_u (local.get $i))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 100))))
    (local.get $s))
  (func (export "in a loop with a call") (param $x i32) (result i32) (local $i i32) (local $s i32) (local $d i32)
    (loop $on
      (if (local.get $x) (then
        
        (local.set $s (i32.add (local.get $s)
          (i32.load8_u offset=16 (i32.add (local.get $i) (i32.div_u (i32.const 1000) (i32.sub (i32.const 32) (i32.clz (local.get $x))))))))))
      (local.set $s (i32.add (local.get $s) (i32.load8_u (local.get $i))))
      (call $count (local.get $i))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 100))))
    (local.get $s))
  (func (export "behind a branch on the divisor") (param $x i32) (result i32) (local $i i32) (local $s i32) (local $d i32)
    (loop $on
      (if (local.get $x) (then
        
        (local.set $s (i32.add (local.get $s)
          (i32.load8_u offset=16 (i32.add (local.get $i) (select (i32.div_u (i32.const 1000) (i32.sub (i32.const 32) (i32.clz (local.get $x)))) (i32.const 3) (i32.gt_u (i32.sub (i32.const 32) (i32.clz (local.get $x))) (i32.const 2)))))))))
      (local.set $s (i32.add (local.get $s) (i32.load8_u (local.get $i))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 100))))
    (local.get $s))
  (func (export "where the divisor was looked at") (param $x i32) (result i32) (local $i i32) (local $s i32) (local $d i32)
    (loop $on
      (if (local.get $x) (then
        (local.set $d (i32.sub (i32.const 32) (i32.clz (local.get $x)))) (if (i32.gt_u (local.get $d) (i32.const 5)) (then (local.set $s (i32.xor (local.get $s) (i32.const 1)))) (else (local.set $s (i32.mul (local.get $s) (i32.const 3)))))
        (local.set $s (i32.add (local.get $s)
          (i32.load8_u offset=16 (i32.add (local.get $i) (i32.div_u (i32.const 1000) (local.get $d))))))))
      (local.set $s (i32.add (local.get $s) (i32.load8_u (local.get $i))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 100))))
    (local.get $s))
  (func (export "count of a loop under a condition") (param $x i32) (param $n i32) (result i32) (local $i i32) (local $j i32) (local $s i32)
    (loop $out
      (if (local.get $x) (then
        (local.set $i (i32.const 0))
        (loop $on
          (local.set $s (i32.add (local.get $s) (i32.load8_u (i32.add (local.get $i) (local.get $j)))))
          (br_if $on (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.sub (i32.const 32) (i32.clz (local.get $x))))) (i32.and (local.get $n) (i32.const 1023)))))))
      (local.set $s (i32.add (local.get $s) (i32.load8_u (local.get $j))))
      (br_if $out (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 1))) (i32.const 50))))
    (local.get $s))
  (func (export "of 64 bits") (param $x i64) (result i32) (local $i i32) (local $s i32)
    (loop $on
      (if (i64.ne (local.get $x) (i64.const 0)) (then
        (local.set $s (i32.add (local.get $s) (i32.load8_u offset=16 (i32.add (local.get $i)
          (i32.wrap_i64 (i64.div_u (i64.const 1000) (i64.sub (i64.const 64) (i64.clz (local.get $x)))))))))))
      (local.set $s (i32.add (local.get $s) (i32.load8_u (local.get $i))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 100))))
    (local.get $s)))

(assert_return (invoke "div_u by clz" (i32.const 0)) (i32.const 11986))
(assert_return (invoke "div_u by clz" (i32.const 1)) (i32.const 23940))
(assert_return (invoke "div_u by clz" (i32.const 7)) (i32.const 25752))
(assert_return (invoke "div_u by clz" (i32.const -2147483648)) (i32.const 25056))
(assert_return (invoke "div_u by clz" (i32.const 12345)) (i32.const 25728))
(assert_return (invoke "div_u by ctz" (i32.const 0)) (i32.const 11986))
(assert_return (invoke "div_u by ctz" (i32.const 1)) (i32.const 25056))
(assert_return (invoke "div_u by ctz" (i32.const 7)) (i32.const 25056))
(assert_return (invoke "div_u by ctz" (i32.const -2147483648)) (i32.const 23940))
(assert_return (invoke "div_u by ctz" (i32.const 12345)) (i32.const 25056))
(assert_return (invoke "rem_u by clz" (i32.const 0)) (i32.const 11986))
(assert_return (invoke "rem_u by clz" (i32.const 1)) (i32.const 24548))
(assert_return (invoke "rem_u by clz" (i32.const 7)) (i32.const 24424))
(assert_return (invoke "rem_u by clz" (i32.const -2147483648)) (i32.const 24580))
(assert_return (invoke "rem_u by clz" (i32.const 12345)) (i32.const 24572))
(assert_return (invoke "rem_u by ctz" (i32.const 0)) (i32.const 11986))
(assert_return (invoke "rem_u by ctz" (i32.const 1)) (i32.const 24580))
(assert_return (invoke "rem_u by ctz" (i32.const 7)) (i32.const 24580))
(assert_return (invoke "rem_u by ctz" (i32.const -2147483648)) (i32.const 24548))
(assert_return (invoke "rem_u by ctz" (i32.const 12345)) (i32.const 24580))
(assert_return (invoke "div_s by clz" (i32.const 0)) (i32.const 11986))
(assert_return (invoke "div_s by clz" (i32.const 1)) (i32.const 23940))
(assert_return (invoke "div_s by clz" (i32.const 7)) (i32.const 25752))
(assert_return (invoke "div_s by clz" (i32.const -2147483648)) (i32.const 25056))
(assert_return (invoke "div_s by clz" (i32.const 12345)) (i32.const 25728))
(assert_return (invoke "div_s by ctz" (i32.const 0)) (i32.const 11986))
(assert_return (invoke "div_s by ctz" (i32.const 1)) (i32.const 25056))
(assert_return (invoke "div_s by ctz" (i32.const 7)) (i32.const 25056))
(assert_return (invoke "div_s by ctz" (i32.const -2147483648)) (i32.const 23940))
(assert_return (invoke "div_s by ctz" (i32.const 12345)) (i32.const 25056))
(assert_return (invoke "rem_s by clz" (i32.const 0)) (i32.const 11986))
(assert_return (invoke "rem_s by clz" (i32.const 1)) (i32.const 24548))
(assert_return (invoke "rem_s by clz" (i32.const 7)) (i32.const 24424))
(assert_return (invoke "rem_s by clz" (i32.const -2147483648)) (i32.const 24580))
(assert_return (invoke "rem_s by clz" (i32.const 12345)) (i32.const 24572))
(assert_return (invoke "rem_s by ctz" (i32.const 0)) (i32.const 11986))
(assert_return (invoke "rem_s by ctz" (i32.const 1)) (i32.const 24580))
(assert_return (invoke "rem_s by ctz" (i32.const 7)) (i32.const 24580))
(assert_return (invoke "rem_s by ctz" (i32.const -2147483648)) (i32.const 24548))
(assert_return (invoke "rem_s by ctz" (i32.const 12345)) (i32.const 24580))
(assert_return (invoke "in a loop with a call" (i32.const 0)) (i32.const 11986))
(assert_return (invoke "in a loop with a call" (i32.const 1)) (i32.const 23940))
(assert_return (invoke "in a loop with a call" (i32.const 7)) (i32.const 25752))
(assert_return (invoke "in a loop with a call" (i32.const -2147483648)) (i32.const 25056))
(assert_return (invoke "in a loop with a call" (i32.const 12345)) (i32.const 25728))
(assert_return (invoke "behind a branch on the divisor" (i32.const 0)) (i32.const 11986))
(assert_return (invoke "behind a branch on the divisor" (i32.const 1)) (i32.const 24432))
(assert_return (invoke "behind a branch on the divisor" (i32.const 7)) (i32.const 25752))
(assert_return (invoke "behind a branch on the divisor" (i32.const -2147483648)) (i32.const 25056))
(assert_return (invoke "behind a branch on the divisor" (i32.const 12345)) (i32.const 25728))
(assert_return (invoke "where the divisor was looked at" (i32.const 0)) (i32.const 11986))
(assert_return (invoke "where the divisor was looked at" (i32.const 1)) (i32.const 2008021332))
(assert_return (invoke "where the divisor was looked at" (i32.const 7)) (i32.const -1879331556))
(assert_return (invoke "where the divisor was looked at" (i32.const -2147483648)) (i32.const 25156))
(assert_return (invoke "where the divisor was looked at" (i32.const 12345)) (i32.const 25828))
(assert_return (invoke "count of a loop under a condition" (i32.const 0) (i32.const 100)) (i32.const 5751))
(assert_return (invoke "count of a loop under a condition" (i32.const 1) (i32.const 100)) (i32.const 635935))
(assert_return (invoke "count of a loop under a condition" (i32.const 7) (i32.const 100)) (i32.const 220203))
(assert_return (invoke "count of a loop under a condition" (i32.const -2147483648) (i32.const 100)) (i32.const 30675))
(assert_return (invoke "count of a loop under a condition" (i32.const 12345) (i32.const 100)) (i32.const 56127))
(assert_return (invoke "of 64 bits" (i64.const 0)) (i32.const 11986))
(assert_return (invoke "of 64 bits" (i64.const 1)) (i32.const 23940))
(assert_return (invoke "of 64 bits" (i64.const 7)) (i32.const 25752))
(assert_return (invoke "of 64 bits" (i64.const -2147483648)) (i32.const 24736))
(assert_return (invoke "of 64 bits" (i64.const 12345)) (i32.const 25728))
