;; The first command never ends and the second is never run: two failures.
(module (func (export "spin") (loop $l (br $l))))
(assert_return (invoke "spin"))
(assert_return (invoke "spin"))
