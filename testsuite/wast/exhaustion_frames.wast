;; Written by generate.py. Change it there.

;; Frames of many sizes, up to one that is larger than the guard below the stack.


(module
  (type $t (func (param i64) (result i64)))
  (memory 1)
  (table funcref (elem $recurse))
  (func $recurse (export "recurse") (param i64) (result i64)
    (if (i64.eqz (local.get 0)) (then (return (i64.load (i32.const 0)))))
    i32.const 0 v128.load offset=0 i32.const 0 v128.load offset=16 i32.const 0 v128.load offset=32
    i32.const 0 v128.load offset=48 i32.const 0 v128.load offset=64 i32.const 0 v128.load offset=80
    i32.const 0 v128.load offset=96 i32.const 0 v128.load offset=112
    (i64.store (i32.const 0) (i64.add (i64.load (i32.const 0)) (i64.const 1)))
    (i64x2.splat (call_indirect (type $t) (i64.sub (local.get 0) (i64.const 1)) (i32.const 0)))
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.extract_lane 0))
(assert_return (invoke "recurse" (i64.const 0)) (i64.const 0))
(assert_return (invoke "recurse" (i64.const 5)) (i64.const 15))
(assert_exhaustion (invoke "recurse" (i64.const -1)) "call stack exhausted")
(assert_exhaustion (invoke "recurse" (i64.const -1)) "call stack exhausted")

(module
  (type $t (func (param i64) (result i64)))
  (memory 1)
  (table funcref (elem $recurse))
  (func $recurse (export "recurse") (param i64) (result i64)
    (if (i64.eqz (local.get 0)) (then (return (i64.load (i32.const 0)))))
    i32.const 0 v128.load offset=0 i32.const 0 v128.load offset=16 i32.const 0 v128.load offset=32
    i32.const 0 v128.load offset=48 i32.const 0 v128.load offset=64 i32.const 0 v128.load offset=80
    i32.const 0 v128.load offset=96 i32.const 0 v128.load offset=112 i32.const 0 v128.load offset=128
    i32.const 0 v128.load offset=144 i32.const 0 v128.load offset=160 i32.const 0 v128.load offset=176
    i32.const 0 v128.load offset=192 i32.const 0 v128.load offset=208 i32.const 0 v128.load offset=224
    i32.const 0 v128.load offset=240 i32.const 0 v128.load offset=256 i32.const 0 v128.load offset=272
    i32.const 0 v128.load offset=288 i32.const 0 v128.load offset=304 i32.const 0 v128.load offset=320
    i32.const 0 v128.load offset=336 i32.const 0 v128.load offset=352 i32.const 0 v128.load offset=368
    i32.const 0 v128.load offset=384 i32.const 0 v128.load offset=400 i32.const 0 v128.load offset=416
    i32.const 0 v128.load offset=432 i32.const 0 v128.load offset=448 i32.const 0 v128.load offset=464
    i32.const 0 v128.load offset=480 i32.const 0 v128.load offset=496 i32.const 0 v128.load offset=512
    i32.const 0 v128.load offset=528 i32.const 0 v128.load offset=544 i32.const 0 v128.load offset=560
    i32.const 0 v128.load offset=576 i32.const 0 v128.load offset=592 i32.const 0 v128.load offset=608
    i32.const 0 v128.load offset=624 i32.const 0 v128.load offset=640 i32.const 0 v128.load offset=656
    i32.const 0 v128.load offset=672 i32.const 0 v128.load offset=688 i32.const 0 v128.load offset=704
    i32.const 0 v128.load offset=720 i32.const 0 v128.load offset=736 i32.const 0 v128.load offset=752
    i32.const 0 v128.load offset=768 i32.const 0 v128.load offset=784 i32.const 0 v128.load offset=800
    i32.const 0 v128.load offset=816 i32.const 0 v128.load offset=832 i32.const 0 v128.load offset=848
    i32.const 0 v128.load offset=864 i32.const 0 v128.load offset=880 i32.const 0 v128.load offset=896
    i32.const 0 v128.load offset=912 i32.const 0 v128.load offset=928 i32.const 0 v128.load offset=944
    i32.const 0 v128.load offset=960 i32.const 0 v128.load offset=976 i32.const 0 v128.load offset=992
    i32.const 0 v128.load offset=1008 i32.const 0 v128.load offset=1024 i32.const 0 v128.load offset=1040
    i32.const 0 v128.load offset=1056 i32.const 0 v128.load offset=1072 i32.const 0 v128.load offset=1088
    i32.const 0 v128.load offset=1104 i32.const 0 v128.load offset=1120 i32.const 0 v128.load offset=1136
    i32.const 0 v128.load offset=1152 i32.const 0 v128.load offset=1168 i32.const 0 v128.load offset=1184
    i32.const 0 v128.load offset=1200 i32.const 0 v128.load offset=1216 i32.const 0 v128.load offset=1232
    i32.const 0 v128.load offset=1248 i32.const 0 v128.load offset=1264 i32.const 0 v128.load offset=1280
    i32.const 0 v128.load offset=1296 i32.const 0 v128.load offset=1312 i32.const 0 v128.load offset=1328
    i32.const 0 v128.load offset=1344 i32.const 0 v128.load offset=1360 i32.const 0 v128.load offset=1376
    i32.const 0 v128.load offset=1392 i32.const 0 v128.load offset=1408 i32.const 0 v128.load offset=1424
    i32.const 0 v128.load offset=1440 i32.const 0 v128.load offset=1456 i32.const 0 v128.load offset=1472
    i32.const 0 v128.load offset=1488 i32.const 0 v128.load offset=1504 i32.const 0 v128.load offset=1520
    i32.const 0 v128.load offset=1536 i32.const 0 v128.load offset=1552 i32.const 0 v128.load offset=1568
    i32.const 0 v128.load offset=1584 i32.const 0 v128.load offset=1600 i32.const 0 v128.load offset=1616
    i32.const 0 v128.load offset=1632 i32.const 0 v128.load offset=1648 i32.const 0 v128.load offset=1664
    i32.const 0 v128.load offset=1680 i32.const 0 v128.load offset=1696 i32.const 0 v128.load offset=1712
    i32.const 0 v128.load offset=1728 i32.const 0 v128.load offset=1744 i32.const 0 v128.load offset=1760
    i32.const 0 v128.load offset=1776 i32.const 0 v128.load offset=1792 i32.const 0 v128.load offset=1808
    i32.const 0 v128.load offset=1824 i32.const 0 v128.load offset=1840 i32.const 0 v128.load offset=1856
    i32.const 0 v128.load offset=1872 i32.const 0 v128.load offset=1888 i32.const 0 v128.load offset=1904
    i32.const 0 v128.load offset=1920 i32.const 0 v128.load offset=1936 i32.const 0 v128.load offset=1952
    i32.const 0 v128.load offset=1968 i32.const 0 v128.load offset=1984 i32.const 0 v128.load offset=2000
    i32.const 0 v128.load offset=2016 i32.const 0 v128.load offset=2032 i32.const 0 v128.load offset=2048
    i32.const 0 v128.load offset=2064 i32.const 0 v128.load offset=2080 i32.const 0 v128.load offset=2096
    i32.const 0 v128.load offset=2112 i32.const 0 v128.load offset=2128 i32.const 0 v128.load offset=2144
    i32.const 0 v128.load offset=2160 i32.const 0 v128.load offset=2176 i32.const 0 v128.load offset=2192
    i32.const 0 v128.load offset=2208 i32.const 0 v128.load offset=2224 i32.const 0 v128.load offset=2240
    i32.const 0 v128.load offset=2256 i32.const 0 v128.load offset=2272 i32.const 0 v128.load offset=2288
    i32.const 0 v128.load offset=2304 i32.const 0 v128.load offset=2320 i32.const 0 v128.load offset=2336
    i32.const 0 v128.load offset=2352 i32.const 0 v128.load offset=2368 i32.const 0 v128.load offset=2384
    i32.const 0 v128.load offset=2400 i32.const 0 v128.load offset=2416 i32.const 0 v128.load offset=2432
    i32.const 0 v128.load offset=2448 i32.const 0 v128.load offset=2464 i32.const 0 v128.load offset=2480
    i32.const 0 v128.load offset=2496 i32.const 0 v128.load offset=2512 i32.const 0 v128.load offset=2528
    i32.const 0 v128.load offset=2544 i32.const 0 v128.load offset=2560 i32.const 0 v128.load offset=2576
    i32.const 0 v128.load offset=2592 i32.const 0 v128.load offset=2608 i32.const 0 v128.load offset=2624
    i32.const 0 v128.load offset=2640 i32.const 0 v128.load offset=2656 i32.const 0 v128.load offset=2672
    i32.const 0 v128.load offset=2688 i32.const 0 v128.load offset=2704 i32.const 0 v128.load offset=2720
    i32.const 0 v128.load offset=2736 i32.const 0 v128.load offset=2752 i32.const 0 v128.load offset=2768
    i32.const 0 v128.load offset=2784 i32.const 0 v128.load offset=2800 i32.const 0 v128.load offset=2816
    i32.const 0 v128.load offset=2832 i32.const 0 v128.load offset=2848 i32.const 0 v128.load offset=2864
    i32.const 0 v128.load offset=2880 i32.const 0 v128.load offset=2896 i32.const 0 v128.load offset=2912
    i32.const 0 v128.load offset=2928 i32.const 0 v128.load offset=2944 i32.const 0 v128.load offset=2960
    i32.const 0 v128.load offset=2976 i32.const 0 v128.load offset=2992 i32.const 0 v128.load offset=3008
    i32.const 0 v128.load offset=3024 i32.const 0 v128.load offset=3040 i32.const 0 v128.load offset=3056
    i32.const 0 v128.load offset=3072 i32.const 0 v128.load offset=3088 i32.const 0 v128.load offset=3104
    i32.const 0 v128.load offset=3120 i32.const 0 v128.load offset=3136 i32.const 0 v128.load offset=3152
    i32.const 0 v128.load offset=3168 i32.const 0 v128.load offset=3184 i32.const 0 v128.load offset=3200
    i32.const 0 v128.load offset=3216 i32.const 0 v128.load offset=3232 i32.const 0 v128.load offset=3248
    i32.const 0 v128.load offset=3264 i32.const 0 v128.load offset=3280 i32.const 0 v128.load offset=3296
    i32.const 0 v128.load offset=3312 i32.const 0 v128.load offset=3328 i32.const 0 v128.load offset=3344
    i32.const 0 v128.load offset=3360 i32.const 0 v128.load offset=3376 i32.const 0 v128.load offset=3392
    i32.const 0 v128.load offset=3408 i32.const 0 v128.load offset=3424 i32.const 0 v128.load offset=3440
    i32.const 0 v128.load offset=3456 i32.const 0 v128.load offset=3472 i32.const 0 v128.load offset=3488
    i32.const 0 v128.load offset=3504 i32.const 0 v128.load offset=3520 i32.const 0 v128.load offset=3536
    i32.const 0 v128.load offset=3552 i32.const 0 v128.load offset=3568 i32.const 0 v128.load offset=3584
    i32.const 0 v128.load offset=3600 i32.const 0 v128.load offset=3616 i32.const 0 v128.load offset=3632
    i32.const 0 v128.load offset=3648 i32.const 0 v128.load offset=3664 i32.const 0 v128.load offset=3680
    i32.const 0 v128.load offset=3696 i32.const 0 v128.load offset=3712 i32.const 0 v128.load offset=3728
    i32.const 0 v128.load offset=3744 i32.const 0 v128.load offset=3760 i32.const 0 v128.load offset=3776
    i32.const 0 v128.load offset=3792 i32.const 0 v128.load offset=3808 i32.const 0 v128.load offset=3824
    i32.const 0 v128.load offset=3840 i32.const 0 v128.load offset=3856 i32.const 0 v128.load offset=3872
    i32.const 0 v128.load offset=3888 i32.const 0 v128.load offset=3904 i32.const 0 v128.load offset=3920
    i32.const 0 v128.load offset=3936 i32.const 0 v128.load offset=3952 i32.const 0 v128.load offset=3968
    i32.const 0 v128.load offset=3984 i32.const 0 v128.load offset=4000 i32.const 0 v128.load offset=4016
    i32.const 0 v128.load offset=4032 i32.const 0 v128.load offset=4048 i32.const 0 v128.load offset=4064
    i32.const 0 v128.load offset=4080
    (i64.store (i32.const 0) (i64.add (i64.load (i32.const 0)) (i64.const 1)))
    (i64x2.splat (call_indirect (type $t) (i64.sub (local.get 0) (i64.const 1)) (i32.const 0)))
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.extract_lane 0))
(assert_return (invoke "recurse" (i64.const 0)) (i64.const 0))
(assert_return (invoke "recurse" (i64.const 5)) (i64.const 15))
(assert_exhaustion (invoke "recurse" (i64.const -1)) "call stack exhausted")
(assert_exhaustion (invoke "recurse" (i64.const -1)) "call stack exhausted")

(module
  (type $t (func (param i64) (result i64)))
  (memory 1)
  (table funcref (elem $recurse))
  (func $recurse (export "recurse") (param i64) (result i64)
    (if (i64.eqz (local.get 0)) (then (return (i64.load (i32.const 0)))))
    i32.const 0 v128.load offset=0 i32.const 0 v128.load offset=16 i32.const 0 v128.load offset=32
    i32.const 0 v128.load offset=48 i32.const 0 v128.load offset=64 i32.const 0 v128.load offset=80
    i32.const 0 v128.load offset=96 i32.const 0 v128.load offset=112 i32.const 0 v128.load offset=128
    i32.const 0 v128.load offset=144 i32.const 0 v128.load offset=160 i32.const 0 v128.load offset=176
    i32.const 0 v128.load offset=192 i32.const 0 v128.load offset=208 i32.const 0 v128.load offset=224
    i32.const 0 v128.load offset=240 i32.const 0 v128.load offset=256 i32.const 0 v128.load offset=272
    i32.const 0 v128.load offset=288 i32.const 0 v128.load offset=304 i32.const 0 v128.load offset=320
    i32.const 0 v128.load offset=336 i32.const 0 v128.load offset=352 i32.const 0 v128.load offset=368
    i32.const 0 v128.load offset=384 i32.const 0 v128.load offset=400 i32.const 0 v128.load offset=416
    i32.const 0 v128.load offset=432 i32.const 0 v128.load offset=448 i32.const 0 v128.load offset=464
    i32.const 0 v128.load offset=480 i32.const 0 v128.load offset=496 i32.const 0 v128.load offset=512
    i32.const 0 v128.load offset=528 i32.const 0 v128.load offset=544 i32.const 0 v128.load offset=560
    i32.const 0 v128.load offset=576 i32.const 0 v128.load offset=592 i32.const 0 v128.load offset=608
    i32.const 0 v128.load offset=624 i32.const 0 v128.load offset=640 i32.const 0 v128.load offset=656
    i32.const 0 v128.load offset=672 i32.const 0 v128.load offset=688 i32.const 0 v128.load offset=704
    i32.const 0 v128.load offset=720 i32.const 0 v128.load offset=736 i32.const 0 v128.load offset=752
    i32.const 0 v128.load offset=768 i32.const 0 v128.load offset=784 i32.const 0 v128.load offset=800
    i32.const 0 v128.load offset=816 i32.const 0 v128.load offset=832 i32.const 0 v128.load offset=848
    i32.const 0 v128.load offset=864 i32.const 0 v128.load offset=880 i32.const 0 v128.load offset=896
    i32.const 0 v128.load offset=912 i32.const 0 v128.load offset=928 i32.const 0 v128.load offset=944
    i32.const 0 v128.load offset=960 i32.const 0 v128.load offset=976 i32.const 0 v128.load offset=992
    i32.const 0 v128.load offset=1008 i32.const 0 v128.load offset=1024 i32.const 0 v128.load offset=1040
    i32.const 0 v128.load offset=1056 i32.const 0 v128.load offset=1072 i32.const 0 v128.load offset=1088
    i32.const 0 v128.load offset=1104 i32.const 0 v128.load offset=1120 i32.const 0 v128.load offset=1136
    i32.const 0 v128.load offset=1152 i32.const 0 v128.load offset=1168 i32.const 0 v128.load offset=1184
    i32.const 0 v128.load offset=1200 i32.const 0 v128.load offset=1216 i32.const 0 v128.load offset=1232
    i32.const 0 v128.load offset=1248 i32.const 0 v128.load offset=1264 i32.const 0 v128.load offset=1280
    i32.const 0 v128.load offset=1296 i32.const 0 v128.load offset=1312 i32.const 0 v128.load offset=1328
    i32.const 0 v128.load offset=1344 i32.const 0 v128.load offset=1360 i32.const 0 v128.load offset=1376
    i32.const 0 v128.load offset=1392 i32.const 0 v128.load offset=1408 i32.const 0 v128.load offset=1424
    i32.const 0 v128.load offset=1440 i32.const 0 v128.load offset=1456 i32.const 0 v128.load offset=1472
    i32.const 0 v128.load offset=1488 i32.const 0 v128.load offset=1504 i32.const 0 v128.load offset=1520
    i32.const 0 v128.load offset=1536 i32.const 0 v128.load offset=1552 i32.const 0 v128.load offset=1568
    i32.const 0 v128.load offset=1584 i32.const 0 v128.load offset=1600 i32.const 0 v128.load offset=1616
    i32.const 0 v128.load offset=1632 i32.const 0 v128.load offset=1648 i32.const 0 v128.load offset=1664
    i32.const 0 v128.load offset=1680 i32.const 0 v128.load offset=1696 i32.const 0 v128.load offset=1712
    i32.const 0 v128.load offset=1728 i32.const 0 v128.load offset=1744 i32.const 0 v128.load offset=1760
    i32.const 0 v128.load offset=1776 i32.const 0 v128.load offset=1792 i32.const 0 v128.load offset=1808
    i32.const 0 v128.load offset=1824 i32.const 0 v128.load offset=1840 i32.const 0 v128.load offset=1856
    i32.const 0 v128.load offset=1872 i32.const 0 v128.load offset=1888 i32.const 0 v128.load offset=1904
    i32.const 0 v128.load offset=1920 i32.const 0 v128.load offset=1936 i32.const 0 v128.load offset=1952
    i32.const 0 v128.load offset=1968 i32.const 0 v128.load offset=1984 i32.const 0 v128.load offset=2000
    i32.const 0 v128.load offset=2016 i32.const 0 v128.load offset=2032 i32.const 0 v128.load offset=2048
    i32.const 0 v128.load offset=2064 i32.const 0 v128.load offset=2080 i32.const 0 v128.load offset=2096
    i32.const 0 v128.load offset=2112 i32.const 0 v128.load offset=2128 i32.const 0 v128.load offset=2144
    i32.const 0 v128.load offset=2160 i32.const 0 v128.load offset=2176 i32.const 0 v128.load offset=2192
    i32.const 0 v128.load offset=2208 i32.const 0 v128.load offset=2224 i32.const 0 v128.load offset=2240
    i32.const 0 v128.load offset=2256 i32.const 0 v128.load offset=2272 i32.const 0 v128.load offset=2288
    i32.const 0 v128.load offset=2304 i32.const 0 v128.load offset=2320 i32.const 0 v128.load offset=2336
    i32.const 0 v128.load offset=2352 i32.const 0 v128.load offset=2368 i32.const 0 v128.load offset=2384
    i32.const 0 v128.load offset=2400 i32.const 0 v128.load offset=2416 i32.const 0 v128.load offset=2432
    i32.const 0 v128.load offset=2448 i32.const 0 v128.load offset=2464 i32.const 0 v128.load offset=2480
    i32.const 0 v128.load offset=2496 i32.const 0 v128.load offset=2512 i32.const 0 v128.load offset=2528
    i32.const 0 v128.load offset=2544 i32.const 0 v128.load offset=2560 i32.const 0 v128.load offset=2576
    i32.const 0 v128.load offset=2592 i32.const 0 v128.load offset=2608 i32.const 0 v128.load offset=2624
    i32.const 0 v128.load offset=2640 i32.const 0 v128.load offset=2656 i32.const 0 v128.load offset=2672
    i32.const 0 v128.load offset=2688 i32.const 0 v128.load offset=2704 i32.const 0 v128.load offset=2720
    i32.const 0 v128.load offset=2736 i32.const 0 v128.load offset=2752 i32.const 0 v128.load offset=2768
    i32.const 0 v128.load offset=2784 i32.const 0 v128.load offset=2800 i32.const 0 v128.load offset=2816
    i32.const 0 v128.load offset=2832 i32.const 0 v128.load offset=2848 i32.const 0 v128.load offset=2864
    i32.const 0 v128.load offset=2880 i32.const 0 v128.load offset=2896 i32.const 0 v128.load offset=2912
    i32.const 0 v128.load offset=2928 i32.const 0 v128.load offset=2944 i32.const 0 v128.load offset=2960
    i32.const 0 v128.load offset=2976 i32.const 0 v128.load offset=2992 i32.const 0 v128.load offset=3008
    i32.const 0 v128.load offset=3024 i32.const 0 v128.load offset=3040 i32.const 0 v128.load offset=3056
    i32.const 0 v128.load offset=3072 i32.const 0 v128.load offset=3088 i32.const 0 v128.load offset=3104
    i32.const 0 v128.load offset=3120 i32.const 0 v128.load offset=3136 i32.const 0 v128.load offset=3152
    i32.const 0 v128.load offset=3168 i32.const 0 v128.load offset=3184 i32.const 0 v128.load offset=3200
    i32.const 0 v128.load offset=3216 i32.const 0 v128.load offset=3232 i32.const 0 v128.load offset=3248
    i32.const 0 v128.load offset=3264 i32.const 0 v128.load offset=3280 i32.const 0 v128.load offset=3296
    i32.const 0 v128.load offset=3312 i32.const 0 v128.load offset=3328 i32.const 0 v128.load offset=3344
    i32.const 0 v128.load offset=3360 i32.const 0 v128.load offset=3376 i32.const 0 v128.load offset=3392
    i32.const 0 v128.load offset=3408 i32.const 0 v128.load offset=3424 i32.const 0 v128.load offset=3440
    i32.const 0 v128.load offset=3456 i32.const 0 v128.load offset=3472 i32.const 0 v128.load offset=3488
    i32.const 0 v128.load offset=3504 i32.const 0 v128.load offset=3520 i32.const 0 v128.load offset=3536
    i32.const 0 v128.load offset=3552 i32.const 0 v128.load offset=3568 i32.const 0 v128.load offset=3584
    i32.const 0 v128.load offset=3600 i32.const 0 v128.load offset=3616 i32.const 0 v128.load offset=3632
    i32.const 0 v128.load offset=3648 i32.const 0 v128.load offset=3664 i32.const 0 v128.load offset=3680
    i32.const 0 v128.load offset=3696 i32.const 0 v128.load offset=3712 i32.const 0 v128.load offset=3728
    i32.const 0 v128.load offset=3744 i32.const 0 v128.load offset=3760 i32.const 0 v128.load offset=3776
    i32.const 0 v128.load offset=3792 i32.const 0 v128.load offset=3808 i32.const 0 v128.load offset=3824
    i32.const 0 v128.load offset=3840 i32.const 0 v128.load offset=3856 i32.const 0 v128.load offset=3872
    i32.const 0 v128.load offset=3888 i32.const 0 v128.load offset=3904 i32.const 0 v128.load offset=3920
    i32.const 0 v128.load offset=3936 i32.const 0 v128.load offset=3952 i32.const 0 v128.load offset=3968
    i32.const 0 v128.load offset=3984 i32.const 0 v128.load offset=4000 i32.const 0 v128.load offset=4016
    i32.const 0 v128.load offset=4032 i32.const 0 v128.load offset=4048 i32.const 0 v128.load offset=4064
    i32.const 0 v128.load offset=4080 i32.const 0 v128.load offset=4096 i32.const 0 v128.load offset=4112
    i32.const 0 v128.load offset=4128 i32.const 0 v128.load offset=4144 i32.const 0 v128.load offset=4160
    i32.const 0 v128.load offset=4176 i32.const 0 v128.load offset=4192 i32.const 0 v128.load offset=4208
    i32.const 0 v128.load offset=4224 i32.const 0 v128.load offset=4240 i32.const 0 v128.load offset=4256
    i32.const 0 v128.load offset=4272 i32.const 0 v128.load offset=4288 i32.const 0 v128.load offset=4304
    i32.const 0 v128.load offset=4320 i32.const 0 v128.load offset=4336 i32.const 0 v128.load offset=4352
    i32.const 0 v128.load offset=4368 i32.const 0 v128.load offset=4384 i32.const 0 v128.load offset=4400
    i32.const 0 v128.load offset=4416 i32.const 0 v128.load offset=4432 i32.const 0 v128.load offset=4448
    i32.const 0 v128.load offset=4464 i32.const 0 v128.load offset=4480 i32.const 0 v128.load offset=4496
    i32.const 0 v128.load offset=4512 i32.const 0 v128.load offset=4528 i32.const 0 v128.load offset=4544
    i32.const 0 v128.load offset=4560 i32.const 0 v128.load offset=4576 i32.const 0 v128.load offset=4592
    i32.const 0 v128.load offset=4608 i32.const 0 v128.load offset=4624 i32.const 0 v128.load offset=4640
    i32.const 0 v128.load offset=4656 i32.const 0 v128.load offset=4672 i32.const 0 v128.load offset=4688
    i32.const 0 v128.load offset=4704 i32.const 0 v128.load offset=4720 i32.const 0 v128.load offset=4736
    i32.const 0 v128.load offset=4752 i32.const 0 v128.load offset=4768 i32.const 0 v128.load offset=4784
    i32.const 0 v128.load offset=4800 i32.const 0 v128.load offset=4816 i32.const 0 v128.load offset=4832
    i32.const 0 v128.load offset=4848 i32.const 0 v128.load offset=4864 i32.const 0 v128.load offset=4880
    i32.const 0 v128.load offset=4896 i32.const 0 v128.load offset=4912 i32.const 0 v128.load offset=4928
    i32.const 0 v128.load offset=4944 i32.const 0 v128.load offset=4960 i32.const 0 v128.load offset=4976
    i32.const 0 v128.load offset=4992 i32.const 0 v128.load offset=5008 i32.const 0 v128.load offset=5024
    i32.const 0 v128.load offset=5040 i32.const 0 v128.load offset=5056 i32.const 0 v128.load offset=5072
    i32.const 0 v128.load offset=5088 i32.const 0 v128.load offset=5104 i32.const 0 v128.load offset=5120
    i32.const 0 v128.load offset=5136 i32.const 0 v128.load offset=5152 i32.const 0 v128.load offset=5168
    i32.const 0 v128.load offset=5184 i32.const 0 v128.load offset=5200 i32.const 0 v128.load offset=5216
    i32.const 0 v128.load offset=5232 i32.const 0 v128.load offset=5248 i32.const 0 v128.load offset=5264
    i32.const 0 v128.load offset=5280 i32.const 0 v128.load offset=5296 i32.const 0 v128.load offset=5312
    i32.const 0 v128.load offset=5328 i32.const 0 v128.load offset=5344 i32.const 0 v128.load offset=5360
    i32.const 0 v128.load offset=5376 i32.const 0 v128.load offset=5392 i32.const 0 v128.load offset=5408
    i32.const 0 v128.load offset=5424 i32.const 0 v128.load offset=5440 i32.const 0 v128.load offset=5456
    i32.const 0 v128.load offset=5472 i32.const 0 v128.load offset=5488 i32.const 0 v128.load offset=5504
    i32.const 0 v128.load offset=5520 i32.const 0 v128.load offset=5536 i32.const 0 v128.load offset=5552
    i32.const 0 v128.load offset=5568 i32.const 0 v128.load offset=5584 i32.const 0 v128.load offset=5600
    i32.const 0 v128.load offset=5616 i32.const 0 v128.load offset=5632 i32.const 0 v128.load offset=5648
    i32.const 0 v128.load offset=5664 i32.const 0 v128.load offset=5680 i32.const 0 v128.load offset=5696
    i32.const 0 v128.load offset=5712 i32.const 0 v128.load offset=5728 i32.const 0 v128.load offset=5744
    i32.const 0 v128.load offset=5760 i32.const 0 v128.load offset=5776 i32.const 0 v128.load offset=5792
    i32.const 0 v128.load offset=5808 i32.const 0 v128.load offset=5824 i32.const 0 v128.load offset=5840
    i32.const 0 v128.load offset=5856 i32.const 0 v128.load offset=5872 i32.const 0 v128.load offset=5888
    i32.const 0 v128.load offset=5904 i32.const 0 v128.load offset=5920 i32.const 0 v128.load offset=5936
    i32.const 0 v128.load offset=5952 i32.const 0 v128.load offset=5968 i32.const 0 v128.load offset=5984
    i32.const 0 v128.load offset=6000 i32.const 0 v128.load offset=6016 i32.const 0 v128.load offset=6032
    i32.const 0 v128.load offset=6048 i32.const 0 v128.load offset=6064 i32.const 0 v128.load offset=6080
    i32.const 0 v128.load offset=6096 i32.const 0 v128.load offset=6112 i32.const 0 v128.load offset=6128
    i32.const 0 v128.load offset=6144 i32.const 0 v128.load offset=6160 i32.const 0 v128.load offset=6176
    i32.const 0 v128.load offset=6192 i32.const 0 v128.load offset=6208 i32.const 0 v128.load offset=6224
    i32.const 0 v128.load offset=6240 i32.const 0 v128.load offset=6256 i32.const 0 v128.load offset=6272
    i32.const 0 v128.load offset=6288 i32.const 0 v128.load offset=6304 i32.const 0 v128.load offset=6320
    i32.const 0 v128.load offset=6336 i32.const 0 v128.load offset=6352 i32.const 0 v128.load offset=6368
    i32.const 0 v128.load offset=6384 i32.const 0 v128.load offset=6400 i32.const 0 v128.load offset=6416
    i32.const 0 v128.load offset=6432 i32.const 0 v128.load offset=6448 i32.const 0 v128.load offset=6464
    i32.const 0 v128.load offset=6480 i32.const 0 v128.load offset=6496 i32.const 0 v128.load offset=6512
    i32.const 0 v128.load offset=6528 i32.const 0 v128.load offset=6544 i32.const 0 v128.load offset=6560
    i32.const 0 v128.load offset=6576 i32.const 0 v128.load offset=6592 i32.const 0 v128.load offset=6608
    i32.const 0 v128.load offset=6624 i32.const 0 v128.load offset=6640 i32.const 0 v128.load offset=6656
    i32.const 0 v128.load offset=6672 i32.const 0 v128.load offset=6688 i32.const 0 v128.load offset=6704
    i32.const 0 v128.load offset=6720 i32.const 0 v128.load offset=6736 i32.const 0 v128.load offset=6752
    i32.const 0 v128.load offset=6768 i32.const 0 v128.load offset=6784 i32.const 0 v128.load offset=6800
    i32.const 0 v128.load offset=6816 i32.const 0 v128.load offset=6832 i32.const 0 v128.load offset=6848
    i32.const 0 v128.load offset=6864 i32.const 0 v128.load offset=6880 i32.const 0 v128.load offset=6896
    i32.const 0 v128.load offset=6912 i32.const 0 v128.load offset=6928 i32.const 0 v128.load offset=6944
    i32.const 0 v128.load offset=6960 i32.const 0 v128.load offset=6976 i32.const 0 v128.load offset=6992
    i32.const 0 v128.load offset=7008 i32.const 0 v128.load offset=7024 i32.const 0 v128.load offset=7040
    i32.const 0 v128.load offset=7056 i32.const 0 v128.load offset=7072 i32.const 0 v128.load offset=7088
    i32.const 0 v128.load offset=7104 i32.const 0 v128.load offset=7120 i32.const 0 v128.load offset=7136
    i32.const 0 v128.load offset=7152 i32.const 0 v128.load offset=7168 i32.const 0 v128.load offset=7184
    i32.const 0 v128.load offset=7200 i32.const 0 v128.load offset=7216 i32.const 0 v128.load offset=7232
    i32.const 0 v128.load offset=7248 i32.const 0 v128.load offset=7264 i32.const 0 v128.load offset=7280
    i32.const 0 v128.load offset=7296 i32.const 0 v128.load offset=7312 i32.const 0 v128.load offset=7328
    i32.const 0 v128.load offset=7344 i32.const 0 v128.load offset=7360 i32.const 0 v128.load offset=7376
    i32.const 0 v128.load offset=7392 i32.const 0 v128.load offset=7408 i32.const 0 v128.load offset=7424
    i32.const 0 v128.load offset=7440 i32.const 0 v128.load offset=7456 i32.const 0 v128.load offset=7472
    i32.const 0 v128.load offset=7488 i32.const 0 v128.load offset=7504 i32.const 0 v128.load offset=7520
    i32.const 0 v128.load offset=7536 i32.const 0 v128.load offset=7552 i32.const 0 v128.load offset=7568
    i32.const 0 v128.load offset=7584 i32.const 0 v128.load offset=7600 i32.const 0 v128.load offset=7616
    i32.const 0 v128.load offset=7632 i32.const 0 v128.load offset=7648 i32.const 0 v128.load offset=7664
    i32.const 0 v128.load offset=7680 i32.const 0 v128.load offset=7696 i32.const 0 v128.load offset=7712
    i32.const 0 v128.load offset=7728 i32.const 0 v128.load offset=7744 i32.const 0 v128.load offset=7760
    i32.const 0 v128.load offset=7776 i32.const 0 v128.load offset=7792 i32.const 0 v128.load offset=7808
    i32.const 0 v128.load offset=7824 i32.const 0 v128.load offset=7840 i32.const 0 v128.load offset=7856
    i32.const 0 v128.load offset=7872 i32.const 0 v128.load offset=7888 i32.const 0 v128.load offset=7904
    i32.const 0 v128.load offset=7920 i32.const 0 v128.load offset=7936 i32.const 0 v128.load offset=7952
    i32.const 0 v128.load offset=7968 i32.const 0 v128.load offset=7984 i32.const 0 v128.load offset=8000
    i32.const 0 v128.load offset=8016 i32.const 0 v128.load offset=8032 i32.const 0 v128.load offset=8048
    i32.const 0 v128.load offset=8064 i32.const 0 v128.load offset=8080 i32.const 0 v128.load offset=8096
    i32.const 0 v128.load offset=8112 i32.const 0 v128.load offset=8128 i32.const 0 v128.load offset=8144
    i32.const 0 v128.load offset=8160 i32.const 0 v128.load offset=8176 i32.const 0 v128.load offset=8192
    i32.const 0 v128.load offset=8208 i32.const 0 v128.load offset=8224 i32.const 0 v128.load offset=8240
    i32.const 0 v128.load offset=8256 i32.const 0 v128.load offset=8272 i32.const 0 v128.load offset=8288
    i32.const 0 v128.load offset=8304 i32.const 0 v128.load offset=8320 i32.const 0 v128.load offset=8336
    i32.const 0 v128.load offset=8352 i32.const 0 v128.load offset=8368 i32.const 0 v128.load offset=8384
    i32.const 0 v128.load offset=8400 i32.const 0 v128.load offset=8416 i32.const 0 v128.load offset=8432
    i32.const 0 v128.load offset=8448 i32.const 0 v128.load offset=8464 i32.const 0 v128.load offset=8480
    i32.const 0 v128.load offset=8496 i32.const 0 v128.load offset=8512 i32.const 0 v128.load offset=8528
    i32.const 0 v128.load offset=8544 i32.const 0 v128.load offset=8560 i32.const 0 v128.load offset=8576
    i32.const 0 v128.load offset=8592 i32.const 0 v128.load offset=8608 i32.const 0 v128.load offset=8624
    i32.const 0 v128.load offset=8640 i32.const 0 v128.load offset=8656 i32.const 0 v128.load offset=8672
    i32.const 0 v128.load offset=8688 i32.const 0 v128.load offset=8704 i32.const 0 v128.load offset=8720
    i32.const 0 v128.load offset=8736 i32.const 0 v128.load offset=8752 i32.const 0 v128.load offset=8768
    i32.const 0 v128.load offset=8784 i32.const 0 v128.load offset=8800 i32.const 0 v128.load offset=8816
    i32.const 0 v128.load offset=8832 i32.const 0 v128.load offset=8848 i32.const 0 v128.load offset=8864
    i32.const 0 v128.load offset=8880 i32.const 0 v128.load offset=8896 i32.const 0 v128.load offset=8912
    i32.const 0 v128.load offset=8928 i32.const 0 v128.load offset=8944 i32.const 0 v128.load offset=8960
    i32.const 0 v128.load offset=8976 i32.const 0 v128.load offset=8992 i32.const 0 v128.load offset=9008
    i32.const 0 v128.load offset=9024 i32.const 0 v128.load offset=9040 i32.const 0 v128.load offset=9056
    i32.const 0 v128.load offset=9072 i32.const 0 v128.load offset=9088 i32.const 0 v128.load offset=9104
    i32.const 0 v128.load offset=9120 i32.const 0 v128.load offset=9136 i32.const 0 v128.load offset=9152
    i32.const 0 v128.load offset=9168 i32.const 0 v128.load offset=9184 i32.const 0 v128.load offset=9200
    i32.const 0 v128.load offset=9216 i32.const 0 v128.load offset=9232 i32.const 0 v128.load offset=9248
    i32.const 0 v128.load offset=9264 i32.const 0 v128.load offset=9280 i32.const 0 v128.load offset=9296
    i32.const 0 v128.load offset=9312 i32.const 0 v128.load offset=9328 i32.const 0 v128.load offset=9344
    i32.const 0 v128.load offset=9360 i32.const 0 v128.load offset=9376 i32.const 0 v128.load offset=9392
    i32.const 0 v128.load offset=9408 i32.const 0 v128.load offset=9424 i32.const 0 v128.load offset=9440
    i32.const 0 v128.load offset=9456 i32.const 0 v128.load offset=9472 i32.const 0 v128.load offset=9488
    i32.const 0 v128.load offset=9504 i32.const 0 v128.load offset=9520 i32.const 0 v128.load offset=9536
    i32.const 0 v128.load offset=9552 i32.const 0 v128.load offset=9568 i32.const 0 v128.load offset=9584
    i32.const 0 v128.load offset=9600 i32.const 0 v128.load offset=9616 i32.const 0 v128.load offset=9632
    i32.const 0 v128.load offset=9648 i32.const 0 v128.load offset=9664 i32.const 0 v128.load offset=9680
    i32.const 0 v128.load offset=9696 i32.const 0 v128.load offset=9712 i32.const 0 v128.load offset=9728
    i32.const 0 v128.load offset=9744 i32.const 0 v128.load offset=9760 i32.const 0 v128.load offset=9776
    i32.const 0 v128.load offset=9792 i32.const 0 v128.load offset=9808 i32.const 0 v128.load offset=9824
    i32.const 0 v128.load offset=9840 i32.const 0 v128.load offset=9856 i32.const 0 v128.load offset=9872
    i32.const 0 v128.load offset=9888 i32.const 0 v128.load offset=9904 i32.const 0 v128.load offset=9920
    i32.const 0 v128.load offset=9936 i32.const 0 v128.load offset=9952 i32.const 0 v128.load offset=9968
    i32.const 0 v128.load offset=9984 i32.const 0 v128.load offset=10000 i32.const 0 v128.load offset=10016
    i32.const 0 v128.load offset=10032 i32.const 0 v128.load offset=10048 i32.const 0 v128.load offset=10064
    i32.const 0 v128.load offset=10080 i32.const 0 v128.load offset=10096 i32.const 0 v128.load offset=10112
    i32.const 0 v128.load offset=10128 i32.const 0 v128.load offset=10144 i32.const 0 v128.load offset=10160
    i32.const 0 v128.load offset=10176 i32.const 0 v128.load offset=10192 i32.const 0 v128.load offset=10208
    i32.const 0 v128.load offset=10224 i32.const 0 v128.load offset=10240 i32.const 0 v128.load offset=10256
    i32.const 0 v128.load offset=10272 i32.const 0 v128.load offset=10288 i32.const 0 v128.load offset=10304
    i32.const 0 v128.load offset=10320 i32.const 0 v128.load offset=10336 i32.const 0 v128.load offset=10352
    i32.const 0 v128.load offset=10368 i32.const 0 v128.load offset=10384 i32.const 0 v128.load offset=10400
    i32.const 0 v128.load offset=10416 i32.const 0 v128.load offset=10432 i32.const 0 v128.load offset=10448
    i32.const 0 v128.load offset=10464 i32.const 0 v128.load offset=10480 i32.const 0 v128.load offset=10496
    i32.const 0 v128.load offset=10512 i32.const 0 v128.load offset=10528 i32.const 0 v128.load offset=10544
    i32.const 0 v128.load offset=10560 i32.const 0 v128.load offset=10576 i32.const 0 v128.load offset=10592
    i32.const 0 v128.load offset=10608 i32.const 0 v128.load offset=10624 i32.const 0 v128.load offset=10640
    i32.const 0 v128.load offset=10656 i32.const 0 v128.load offset=10672 i32.const 0 v128.load offset=10688
    i32.const 0 v128.load offset=10704 i32.const 0 v128.load offset=10720 i32.const 0 v128.load offset=10736
    i32.const 0 v128.load offset=10752 i32.const 0 v128.load offset=10768 i32.const 0 v128.load offset=10784
    i32.const 0 v128.load offset=10800 i32.const 0 v128.load offset=10816 i32.const 0 v128.load offset=10832
    i32.const 0 v128.load offset=10848 i32.const 0 v128.load offset=10864 i32.const 0 v128.load offset=10880
    i32.const 0 v128.load offset=10896 i32.const 0 v128.load offset=10912 i32.const 0 v128.load offset=10928
    i32.const 0 v128.load offset=10944 i32.const 0 v128.load offset=10960 i32.const 0 v128.load offset=10976
    i32.const 0 v128.load offset=10992 i32.const 0 v128.load offset=11008 i32.const 0 v128.load offset=11024
    i32.const 0 v128.load offset=11040 i32.const 0 v128.load offset=11056 i32.const 0 v128.load offset=11072
    i32.const 0 v128.load offset=11088 i32.const 0 v128.load offset=11104 i32.const 0 v128.load offset=11120
    i32.const 0 v128.load offset=11136 i32.const 0 v128.load offset=11152 i32.const 0 v128.load offset=11168
    i32.const 0 v128.load offset=11184 i32.const 0 v128.load offset=11200 i32.const 0 v128.load offset=11216
    i32.const 0 v128.load offset=11232 i32.const 0 v128.load offset=11248 i32.const 0 v128.load offset=11264
    i32.const 0 v128.load offset=11280 i32.const 0 v128.load offset=11296 i32.const 0 v128.load offset=11312
    i32.const 0 v128.load offset=11328 i32.const 0 v128.load offset=11344 i32.const 0 v128.load offset=11360
    i32.const 0 v128.load offset=11376 i32.const 0 v128.load offset=11392 i32.const 0 v128.load offset=11408
    i32.const 0 v128.load offset=11424 i32.const 0 v128.load offset=11440 i32.const 0 v128.load offset=11456
    i32.const 0 v128.load offset=11472 i32.const 0 v128.load offset=11488 i32.const 0 v128.load offset=11504
    i32.const 0 v128.load offset=11520 i32.const 0 v128.load offset=11536 i32.const 0 v128.load offset=11552
    i32.const 0 v128.load offset=11568 i32.const 0 v128.load offset=11584 i32.const 0 v128.load offset=11600
    i32.const 0 v128.load offset=11616 i32.const 0 v128.load offset=11632 i32.const 0 v128.load offset=11648
    i32.const 0 v128.load offset=11664 i32.const 0 v128.load offset=11680 i32.const 0 v128.load offset=11696
    i32.const 0 v128.load offset=11712 i32.const 0 v128.load offset=11728 i32.const 0 v128.load offset=11744
    i32.const 0 v128.load offset=11760 i32.const 0 v128.load offset=11776 i32.const 0 v128.load offset=11792
    i32.const 0 v128.load offset=11808 i32.const 0 v128.load offset=11824 i32.const 0 v128.load offset=11840
    i32.const 0 v128.load offset=11856 i32.const 0 v128.load offset=11872 i32.const 0 v128.load offset=11888
    i32.const 0 v128.load offset=11904 i32.const 0 v128.load offset=11920 i32.const 0 v128.load offset=11936
    i32.const 0 v128.load offset=11952 i32.const 0 v128.load offset=11968 i32.const 0 v128.load offset=11984
    i32.const 0 v128.load offset=12000 i32.const 0 v128.load offset=12016 i32.const 0 v128.load offset=12032
    i32.const 0 v128.load offset=12048 i32.const 0 v128.load offset=12064 i32.const 0 v128.load offset=12080
    i32.const 0 v128.load offset=12096 i32.const 0 v128.load offset=12112 i32.const 0 v128.load offset=12128
    i32.const 0 v128.load offset=12144 i32.const 0 v128.load offset=12160 i32.const 0 v128.load offset=12176
    i32.const 0 v128.load offset=12192 i32.const 0 v128.load offset=12208 i32.const 0 v128.load offset=12224
    i32.const 0 v128.load offset=12240 i32.const 0 v128.load offset=12256 i32.const 0 v128.load offset=12272
    i32.const 0 v128.load offset=12288 i32.const 0 v128.load offset=12304 i32.const 0 v128.load offset=12320
    i32.const 0 v128.load offset=12336 i32.const 0 v128.load offset=12352 i32.const 0 v128.load offset=12368
    i32.const 0 v128.load offset=12384 i32.const 0 v128.load offset=12400 i32.const 0 v128.load offset=12416
    i32.const 0 v128.load offset=12432 i32.const 0 v128.load offset=12448 i32.const 0 v128.load offset=12464
    i32.const 0 v128.load offset=12480 i32.const 0 v128.load offset=12496 i32.const 0 v128.load offset=12512
    i32.const 0 v128.load offset=12528 i32.const 0 v128.load offset=12544 i32.const 0 v128.load offset=12560
    i32.const 0 v128.load offset=12576 i32.const 0 v128.load offset=12592 i32.const 0 v128.load offset=12608
    i32.const 0 v128.load offset=12624 i32.const 0 v128.load offset=12640 i32.const 0 v128.load offset=12656
    i32.const 0 v128.load offset=12672 i32.const 0 v128.load offset=12688 i32.const 0 v128.load offset=12704
    i32.const 0 v128.load offset=12720 i32.const 0 v128.load offset=12736 i32.const 0 v128.load offset=12752
    i32.const 0 v128.load offset=12768 i32.const 0 v128.load offset=12784 i32.const 0 v128.load offset=12800
    i32.const 0 v128.load offset=12816 i32.const 0 v128.load offset=12832 i32.const 0 v128.load offset=12848
    i32.const 0 v128.load offset=12864 i32.const 0 v128.load offset=12880 i32.const 0 v128.load offset=12896
    i32.const 0 v128.load offset=12912 i32.const 0 v128.load offset=12928 i32.const 0 v128.load offset=12944
    i32.const 0 v128.load offset=12960 i32.const 0 v128.load offset=12976 i32.const 0 v128.load offset=12992
    i32.const 0 v128.load offset=13008 i32.const 0 v128.load offset=13024 i32.const 0 v128.load offset=13040
    i32.const 0 v128.load offset=13056 i32.const 0 v128.load offset=13072 i32.const 0 v128.load offset=13088
    i32.const 0 v128.load offset=13104 i32.const 0 v128.load offset=13120 i32.const 0 v128.load offset=13136
    i32.const 0 v128.load offset=13152 i32.const 0 v128.load offset=13168 i32.const 0 v128.load offset=13184
    i32.const 0 v128.load offset=13200 i32.const 0 v128.load offset=13216 i32.const 0 v128.load offset=13232
    i32.const 0 v128.load offset=13248 i32.const 0 v128.load offset=13264 i32.const 0 v128.load offset=13280
    i32.const 0 v128.load offset=13296 i32.const 0 v128.load offset=13312 i32.const 0 v128.load offset=13328
    i32.const 0 v128.load offset=13344 i32.const 0 v128.load offset=13360 i32.const 0 v128.load offset=13376
    i32.const 0 v128.load offset=13392 i32.const 0 v128.load offset=13408 i32.const 0 v128.load offset=13424
    i32.const 0 v128.load offset=13440 i32.const 0 v128.load offset=13456 i32.const 0 v128.load offset=13472
    i32.const 0 v128.load offset=13488 i32.const 0 v128.load offset=13504 i32.const 0 v128.load offset=13520
    i32.const 0 v128.load offset=13536 i32.const 0 v128.load offset=13552 i32.const 0 v128.load offset=13568
    i32.const 0 v128.load offset=13584 i32.const 0 v128.load offset=13600 i32.const 0 v128.load offset=13616
    i32.const 0 v128.load offset=13632 i32.const 0 v128.load offset=13648 i32.const 0 v128.load offset=13664
    i32.const 0 v128.load offset=13680 i32.const 0 v128.load offset=13696 i32.const 0 v128.load offset=13712
    i32.const 0 v128.load offset=13728 i32.const 0 v128.load offset=13744 i32.const 0 v128.load offset=13760
    i32.const 0 v128.load offset=13776 i32.const 0 v128.load offset=13792 i32.const 0 v128.load offset=13808
    i32.const 0 v128.load offset=13824 i32.const 0 v128.load offset=13840 i32.const 0 v128.load offset=13856
    i32.const 0 v128.load offset=13872 i32.const 0 v128.load offset=13888 i32.const 0 v128.load offset=13904
    i32.const 0 v128.load offset=13920 i32.const 0 v128.load offset=13936 i32.const 0 v128.load offset=13952
    i32.const 0 v128.load offset=13968 i32.const 0 v128.load offset=13984 i32.const 0 v128.load offset=14000
    i32.const 0 v128.load offset=14016 i32.const 0 v128.load offset=14032 i32.const 0 v128.load offset=14048
    i32.const 0 v128.load offset=14064 i32.const 0 v128.load offset=14080 i32.const 0 v128.load offset=14096
    i32.const 0 v128.load offset=14112 i32.const 0 v128.load offset=14128 i32.const 0 v128.load offset=14144
    i32.const 0 v128.load offset=14160 i32.const 0 v128.load offset=14176 i32.const 0 v128.load offset=14192
    i32.const 0 v128.load offset=14208 i32.const 0 v128.load offset=14224 i32.const 0 v128.load offset=14240
    i32.const 0 v128.load offset=14256 i32.const 0 v128.load offset=14272 i32.const 0 v128.load offset=14288
    i32.const 0 v128.load offset=14304 i32.const 0 v128.load offset=14320 i32.const 0 v128.load offset=14336
    i32.const 0 v128.load offset=14352 i32.const 0 v128.load offset=14368 i32.const 0 v128.load offset=14384
    i32.const 0 v128.load offset=14400 i32.const 0 v128.load offset=14416 i32.const 0 v128.load offset=14432
    i32.const 0 v128.load offset=14448 i32.const 0 v128.load offset=14464 i32.const 0 v128.load offset=14480
    i32.const 0 v128.load offset=14496 i32.const 0 v128.load offset=14512 i32.const 0 v128.load offset=14528
    i32.const 0 v128.load offset=14544 i32.const 0 v128.load offset=14560 i32.const 0 v128.load offset=14576
    i32.const 0 v128.load offset=14592 i32.const 0 v128.load offset=14608 i32.const 0 v128.load offset=14624
    i32.const 0 v128.load offset=14640 i32.const 0 v128.load offset=14656 i32.const 0 v128.load offset=14672
    i32.const 0 v128.load offset=14688 i32.const 0 v128.load offset=14704 i32.const 0 v128.load offset=14720
    i32.const 0 v128.load offset=14736 i32.const 0 v128.load offset=14752 i32.const 0 v128.load offset=14768
    i32.const 0 v128.load offset=14784 i32.const 0 v128.load offset=14800 i32.const 0 v128.load offset=14816
    i32.const 0 v128.load offset=14832 i32.const 0 v128.load offset=14848 i32.const 0 v128.load offset=14864
    i32.const 0 v128.load offset=14880 i32.const 0 v128.load offset=14896 i32.const 0 v128.load offset=14912
    i32.const 0 v128.load offset=14928 i32.const 0 v128.load offset=14944 i32.const 0 v128.load offset=14960
    i32.const 0 v128.load offset=14976 i32.const 0 v128.load offset=14992 i32.const 0 v128.load offset=15008
    i32.const 0 v128.load offset=15024 i32.const 0 v128.load offset=15040 i32.const 0 v128.load offset=15056
    i32.const 0 v128.load offset=15072 i32.const 0 v128.load offset=15088 i32.const 0 v128.load offset=15104
    i32.const 0 v128.load offset=15120 i32.const 0 v128.load offset=15136 i32.const 0 v128.load offset=15152
    i32.const 0 v128.load offset=15168 i32.const 0 v128.load offset=15184 i32.const 0 v128.load offset=15200
    i32.const 0 v128.load offset=15216 i32.const 0 v128.load offset=15232 i32.const 0 v128.load offset=15248
    i32.const 0 v128.load offset=15264 i32.const 0 v128.load offset=15280 i32.const 0 v128.load offset=15296
    i32.const 0 v128.load offset=15312 i32.const 0 v128.load offset=15328 i32.const 0 v128.load offset=15344
    i32.const 0 v128.load offset=15360 i32.const 0 v128.load offset=15376 i32.const 0 v128.load offset=15392
    i32.const 0 v128.load offset=15408 i32.const 0 v128.load offset=15424 i32.const 0 v128.load offset=15440
    i32.const 0 v128.load offset=15456 i32.const 0 v128.load offset=15472 i32.const 0 v128.load offset=15488
    i32.const 0 v128.load offset=15504 i32.const 0 v128.load offset=15520 i32.const 0 v128.load offset=15536
    i32.const 0 v128.load offset=15552 i32.const 0 v128.load offset=15568 i32.const 0 v128.load offset=15584
    i32.const 0 v128.load offset=15600 i32.const 0 v128.load offset=15616 i32.const 0 v128.load offset=15632
    i32.const 0 v128.load offset=15648 i32.const 0 v128.load offset=15664 i32.const 0 v128.load offset=15680
    i32.const 0 v128.load offset=15696 i32.const 0 v128.load offset=15712 i32.const 0 v128.load offset=15728
    i32.const 0 v128.load offset=15744 i32.const 0 v128.load offset=15760 i32.const 0 v128.load offset=15776
    i32.const 0 v128.load offset=15792 i32.const 0 v128.load offset=15808 i32.const 0 v128.load offset=15824
    i32.const 0 v128.load offset=15840 i32.const 0 v128.load offset=15856 i32.const 0 v128.load offset=15872
    i32.const 0 v128.load offset=15888 i32.const 0 v128.load offset=15904 i32.const 0 v128.load offset=15920
    i32.const 0 v128.load offset=15936 i32.const 0 v128.load offset=15952 i32.const 0 v128.load offset=15968
    i32.const 0 v128.load offset=15984 i32.const 0 v128.load offset=16000 i32.const 0 v128.load offset=16016
    i32.const 0 v128.load offset=16032 i32.const 0 v128.load offset=16048 i32.const 0 v128.load offset=16064
    i32.const 0 v128.load offset=16080 i32.const 0 v128.load offset=16096 i32.const 0 v128.load offset=16112
    i32.const 0 v128.load offset=16128 i32.const 0 v128.load offset=16144 i32.const 0 v128.load offset=16160
    i32.const 0 v128.load offset=16176 i32.const 0 v128.load offset=16192 i32.const 0 v128.load offset=16208
    i32.const 0 v128.load offset=16224 i32.const 0 v128.load offset=16240 i32.const 0 v128.load offset=16256
    i32.const 0 v128.load offset=16272 i32.const 0 v128.load offset=16288 i32.const 0 v128.load offset=16304
    i32.const 0 v128.load offset=16320 i32.const 0 v128.load offset=16336 i32.const 0 v128.load offset=16352
    i32.const 0 v128.load offset=16368 i32.const 0 v128.load offset=16384 i32.const 0 v128.load offset=16400
    i32.const 0 v128.load offset=16416 i32.const 0 v128.load offset=16432 i32.const 0 v128.load offset=16448
    i32.const 0 v128.load offset=16464 i32.const 0 v128.load offset=16480 i32.const 0 v128.load offset=16496
    i32.const 0 v128.load offset=16512 i32.const 0 v128.load offset=16528 i32.const 0 v128.load offset=16544
    i32.const 0 v128.load offset=16560 i32.const 0 v128.load offset=16576 i32.const 0 v128.load offset=16592
    i32.const 0 v128.load offset=16608 i32.const 0 v128.load offset=16624 i32.const 0 v128.load offset=16640
    i32.const 0 v128.load offset=16656 i32.const 0 v128.load offset=16672 i32.const 0 v128.load offset=16688
    i32.const 0 v128.load offset=16704 i32.const 0 v128.load offset=16720 i32.const 0 v128.load offset=16736
    i32.const 0 v128.load offset=16752 i32.const 0 v128.load offset=16768 i32.const 0 v128.load offset=16784
    i32.const 0 v128.load offset=16800 i32.const 0 v128.load offset=16816 i32.const 0 v128.load offset=16832
    i32.const 0 v128.load offset=16848 i32.const 0 v128.load offset=16864 i32.const 0 v128.load offset=16880
    i32.const 0 v128.load offset=16896 i32.const 0 v128.load offset=16912 i32.const 0 v128.load offset=16928
    i32.const 0 v128.load offset=16944 i32.const 0 v128.load offset=16960 i32.const 0 v128.load offset=16976
    i32.const 0 v128.load offset=16992 i32.const 0 v128.load offset=17008 i32.const 0 v128.load offset=17024
    i32.const 0 v128.load offset=17040 i32.const 0 v128.load offset=17056 i32.const 0 v128.load offset=17072
    i32.const 0 v128.load offset=17088 i32.const 0 v128.load offset=17104 i32.const 0 v128.load offset=17120
    i32.const 0 v128.load offset=17136 i32.const 0 v128.load offset=17152 i32.const 0 v128.load offset=17168
    i32.const 0 v128.load offset=17184 i32.const 0 v128.load offset=17200 i32.const 0 v128.load offset=17216
    i32.const 0 v128.load offset=17232 i32.const 0 v128.load offset=17248 i32.const 0 v128.load offset=17264
    i32.const 0 v128.load offset=17280 i32.const 0 v128.load offset=17296 i32.const 0 v128.load offset=17312
    i32.const 0 v128.load offset=17328 i32.const 0 v128.load offset=17344 i32.const 0 v128.load offset=17360
    i32.const 0 v128.load offset=17376 i32.const 0 v128.load offset=17392 i32.const 0 v128.load offset=17408
    i32.const 0 v128.load offset=17424 i32.const 0 v128.load offset=17440 i32.const 0 v128.load offset=17456
    i32.const 0 v128.load offset=17472 i32.const 0 v128.load offset=17488 i32.const 0 v128.load offset=17504
    i32.const 0 v128.load offset=17520 i32.const 0 v128.load offset=17536 i32.const 0 v128.load offset=17552
    i32.const 0 v128.load offset=17568 i32.const 0 v128.load offset=17584 i32.const 0 v128.load offset=17600
    i32.const 0 v128.load offset=17616 i32.const 0 v128.load offset=17632 i32.const 0 v128.load offset=17648
    i32.const 0 v128.load offset=17664 i32.const 0 v128.load offset=17680 i32.const 0 v128.load offset=17696
    i32.const 0 v128.load offset=17712 i32.const 0 v128.load offset=17728 i32.const 0 v128.load offset=17744
    i32.const 0 v128.load offset=17760 i32.const 0 v128.load offset=17776 i32.const 0 v128.load offset=17792
    i32.const 0 v128.load offset=17808 i32.const 0 v128.load offset=17824 i32.const 0 v128.load offset=17840
    i32.const 0 v128.load offset=17856 i32.const 0 v128.load offset=17872 i32.const 0 v128.load offset=17888
    i32.const 0 v128.load offset=17904 i32.const 0 v128.load offset=17920 i32.const 0 v128.load offset=17936
    i32.const 0 v128.load offset=17952 i32.const 0 v128.load offset=17968 i32.const 0 v128.load offset=17984
    i32.const 0 v128.load offset=18000 i32.const 0 v128.load offset=18016 i32.const 0 v128.load offset=18032
    i32.const 0 v128.load offset=18048 i32.const 0 v128.load offset=18064 i32.const 0 v128.load offset=18080
    i32.const 0 v128.load offset=18096 i32.const 0 v128.load offset=18112 i32.const 0 v128.load offset=18128
    i32.const 0 v128.load offset=18144 i32.const 0 v128.load offset=18160 i32.const 0 v128.load offset=18176
    i32.const 0 v128.load offset=18192 i32.const 0 v128.load offset=18208 i32.const 0 v128.load offset=18224
    i32.const 0 v128.load offset=18240 i32.const 0 v128.load offset=18256 i32.const 0 v128.load offset=18272
    i32.const 0 v128.load offset=18288 i32.const 0 v128.load offset=18304 i32.const 0 v128.load offset=18320
    i32.const 0 v128.load offset=18336 i32.const 0 v128.load offset=18352 i32.const 0 v128.load offset=18368
    i32.const 0 v128.load offset=18384 i32.const 0 v128.load offset=18400 i32.const 0 v128.load offset=18416
    i32.const 0 v128.load offset=18432 i32.const 0 v128.load offset=18448 i32.const 0 v128.load offset=18464
    i32.const 0 v128.load offset=18480 i32.const 0 v128.load offset=18496 i32.const 0 v128.load offset=18512
    i32.const 0 v128.load offset=18528 i32.const 0 v128.load offset=18544 i32.const 0 v128.load offset=18560
    i32.const 0 v128.load offset=18576 i32.const 0 v128.load offset=18592 i32.const 0 v128.load offset=18608
    i32.const 0 v128.load offset=18624 i32.const 0 v128.load offset=18640 i32.const 0 v128.load offset=18656
    i32.const 0 v128.load offset=18672 i32.const 0 v128.load offset=18688 i32.const 0 v128.load offset=18704
    i32.const 0 v128.load offset=18720 i32.const 0 v128.load offset=18736 i32.const 0 v128.load offset=18752
    i32.const 0 v128.load offset=18768 i32.const 0 v128.load offset=18784 i32.const 0 v128.load offset=18800
    i32.const 0 v128.load offset=18816 i32.const 0 v128.load offset=18832 i32.const 0 v128.load offset=18848
    i32.const 0 v128.load offset=18864 i32.const 0 v128.load offset=18880 i32.const 0 v128.load offset=18896
    i32.const 0 v128.load offset=18912 i32.const 0 v128.load offset=18928 i32.const 0 v128.load offset=18944
    i32.const 0 v128.load offset=18960 i32.const 0 v128.load offset=18976 i32.const 0 v128.load offset=18992
    i32.const 0 v128.load offset=19008 i32.const 0 v128.load offset=19024 i32.const 0 v128.load offset=19040
    i32.const 0 v128.load offset=19056 i32.const 0 v128.load offset=19072 i32.const 0 v128.load offset=19088
    i32.const 0 v128.load offset=19104 i32.const 0 v128.load offset=19120 i32.const 0 v128.load offset=19136
    i32.const 0 v128.load offset=19152 i32.const 0 v128.load offset=19168 i32.const 0 v128.load offset=19184
    i32.const 0 v128.load offset=19200 i32.const 0 v128.load offset=19216 i32.const 0 v128.load offset=19232
    i32.const 0 v128.load offset=19248 i32.const 0 v128.load offset=19264 i32.const 0 v128.load offset=19280
    i32.const 0 v128.load offset=19296 i32.const 0 v128.load offset=19312 i32.const 0 v128.load offset=19328
    i32.const 0 v128.load offset=19344 i32.const 0 v128.load offset=19360 i32.const 0 v128.load offset=19376
    i32.const 0 v128.load offset=19392 i32.const 0 v128.load offset=19408 i32.const 0 v128.load offset=19424
    i32.const 0 v128.load offset=19440 i32.const 0 v128.load offset=19456 i32.const 0 v128.load offset=19472
    i32.const 0 v128.load offset=19488 i32.const 0 v128.load offset=19504 i32.const 0 v128.load offset=19520
    i32.const 0 v128.load offset=19536 i32.const 0 v128.load offset=19552 i32.const 0 v128.load offset=19568
    i32.const 0 v128.load offset=19584 i32.const 0 v128.load offset=19600 i32.const 0 v128.load offset=19616
    i32.const 0 v128.load offset=19632 i32.const 0 v128.load offset=19648 i32.const 0 v128.load offset=19664
    i32.const 0 v128.load offset=19680 i32.const 0 v128.load offset=19696 i32.const 0 v128.load offset=19712
    i32.const 0 v128.load offset=19728 i32.const 0 v128.load offset=19744 i32.const 0 v128.load offset=19760
    i32.const 0 v128.load offset=19776 i32.const 0 v128.load offset=19792 i32.const 0 v128.load offset=19808
    i32.const 0 v128.load offset=19824 i32.const 0 v128.load offset=19840 i32.const 0 v128.load offset=19856
    i32.const 0 v128.load offset=19872 i32.const 0 v128.load offset=19888 i32.const 0 v128.load offset=19904
    i32.const 0 v128.load offset=19920 i32.const 0 v128.load offset=19936 i32.const 0 v128.load offset=19952
    i32.const 0 v128.load offset=19968 i32.const 0 v128.load offset=19984 i32.const 0 v128.load offset=20000
    i32.const 0 v128.load offset=20016 i32.const 0 v128.load offset=20032 i32.const 0 v128.load offset=20048
    i32.const 0 v128.load offset=20064 i32.const 0 v128.load offset=20080 i32.const 0 v128.load offset=20096
    i32.const 0 v128.load offset=20112 i32.const 0 v128.load offset=20128 i32.const 0 v128.load offset=20144
    i32.const 0 v128.load offset=20160 i32.const 0 v128.load offset=20176 i32.const 0 v128.load offset=20192
    i32.const 0 v128.load offset=20208 i32.const 0 v128.load offset=20224 i32.const 0 v128.load offset=20240
    i32.const 0 v128.load offset=20256 i32.const 0 v128.load offset=20272 i32.const 0 v128.load offset=20288
    i32.const 0 v128.load offset=20304 i32.const 0 v128.load offset=20320 i32.const 0 v128.load offset=20336
    i32.const 0 v128.load offset=20352 i32.const 0 v128.load offset=20368 i32.const 0 v128.load offset=20384
    i32.const 0 v128.load offset=20400 i32.const 0 v128.load offset=20416 i32.const 0 v128.load offset=20432
    i32.const 0 v128.load offset=20448 i32.const 0 v128.load offset=20464 i32.const 0 v128.load offset=20480
    i32.const 0 v128.load offset=20496 i32.const 0 v128.load offset=20512 i32.const 0 v128.load offset=20528
    i32.const 0 v128.load offset=20544 i32.const 0 v128.load offset=20560 i32.const 0 v128.load offset=20576
    i32.const 0 v128.load offset=20592 i32.const 0 v128.load offset=20608 i32.const 0 v128.load offset=20624
    i32.const 0 v128.load offset=20640 i32.const 0 v128.load offset=20656 i32.const 0 v128.load offset=20672
    i32.const 0 v128.load offset=20688 i32.const 0 v128.load offset=20704 i32.const 0 v128.load offset=20720
    i32.const 0 v128.load offset=20736 i32.const 0 v128.load offset=20752 i32.const 0 v128.load offset=20768
    i32.const 0 v128.load offset=20784 i32.const 0 v128.load offset=20800 i32.const 0 v128.load offset=20816
    i32.const 0 v128.load offset=20832 i32.const 0 v128.load offset=20848 i32.const 0 v128.load offset=20864
    i32.const 0 v128.load offset=20880 i32.const 0 v128.load offset=20896 i32.const 0 v128.load offset=20912
    i32.const 0 v128.load offset=20928 i32.const 0 v128.load offset=20944 i32.const 0 v128.load offset=20960
    i32.const 0 v128.load offset=20976 i32.const 0 v128.load offset=20992 i32.const 0 v128.load offset=21008
    i32.const 0 v128.load offset=21024 i32.const 0 v128.load offset=21040 i32.const 0 v128.load offset=21056
    i32.const 0 v128.load offset=21072 i32.const 0 v128.load offset=21088 i32.const 0 v128.load offset=21104
    i32.const 0 v128.load offset=21120 i32.const 0 v128.load offset=21136 i32.const 0 v128.load offset=21152
    i32.const 0 v128.load offset=21168 i32.const 0 v128.load offset=21184 i32.const 0 v128.load offset=21200
    i32.const 0 v128.load offset=21216 i32.const 0 v128.load offset=21232 i32.const 0 v128.load offset=21248
    i32.const 0 v128.load offset=21264 i32.const 0 v128.load offset=21280 i32.const 0 v128.load offset=21296
    i32.const 0 v128.load offset=21312 i32.const 0 v128.load offset=21328 i32.const 0 v128.load offset=21344
    i32.const 0 v128.load offset=21360 i32.const 0 v128.load offset=21376 i32.const 0 v128.load offset=21392
    i32.const 0 v128.load offset=21408 i32.const 0 v128.load offset=21424 i32.const 0 v128.load offset=21440
    i32.const 0 v128.load offset=21456 i32.const 0 v128.load offset=21472 i32.const 0 v128.load offset=21488
    i32.const 0 v128.load offset=21504 i32.const 0 v128.load offset=21520 i32.const 0 v128.load offset=21536
    i32.const 0 v128.load offset=21552 i32.const 0 v128.load offset=21568 i32.const 0 v128.load offset=21584
    i32.const 0 v128.load offset=21600 i32.const 0 v128.load offset=21616 i32.const 0 v128.load offset=21632
    i32.const 0 v128.load offset=21648 i32.const 0 v128.load offset=21664 i32.const 0 v128.load offset=21680
    i32.const 0 v128.load offset=21696 i32.const 0 v128.load offset=21712 i32.const 0 v128.load offset=21728
    i32.const 0 v128.load offset=21744 i32.const 0 v128.load offset=21760 i32.const 0 v128.load offset=21776
    i32.const 0 v128.load offset=21792 i32.const 0 v128.load offset=21808 i32.const 0 v128.load offset=21824
    i32.const 0 v128.load offset=21840 i32.const 0 v128.load offset=21856 i32.const 0 v128.load offset=21872
    i32.const 0 v128.load offset=21888 i32.const 0 v128.load offset=21904 i32.const 0 v128.load offset=21920
    i32.const 0 v128.load offset=21936 i32.const 0 v128.load offset=21952 i32.const 0 v128.load offset=21968
    i32.const 0 v128.load offset=21984 i32.const 0 v128.load offset=22000 i32.const 0 v128.load offset=22016
    i32.const 0 v128.load offset=22032 i32.const 0 v128.load offset=22048 i32.const 0 v128.load offset=22064
    i32.const 0 v128.load offset=22080 i32.const 0 v128.load offset=22096 i32.const 0 v128.load offset=22112
    i32.const 0 v128.load offset=22128 i32.const 0 v128.load offset=22144 i32.const 0 v128.load offset=22160
    i32.const 0 v128.load offset=22176 i32.const 0 v128.load offset=22192 i32.const 0 v128.load offset=22208
    i32.const 0 v128.load offset=22224 i32.const 0 v128.load offset=22240 i32.const 0 v128.load offset=22256
    i32.const 0 v128.load offset=22272 i32.const 0 v128.load offset=22288 i32.const 0 v128.load offset=22304
    i32.const 0 v128.load offset=22320 i32.const 0 v128.load offset=22336 i32.const 0 v128.load offset=22352
    i32.const 0 v128.load offset=22368 i32.const 0 v128.load offset=22384 i32.const 0 v128.load offset=22400
    i32.const 0 v128.load offset=22416 i32.const 0 v128.load offset=22432 i32.const 0 v128.load offset=22448
    i32.const 0 v128.load offset=22464 i32.const 0 v128.load offset=22480 i32.const 0 v128.load offset=22496
    i32.const 0 v128.load offset=22512 i32.const 0 v128.load offset=22528 i32.const 0 v128.load offset=22544
    i32.const 0 v128.load offset=22560 i32.const 0 v128.load offset=22576 i32.const 0 v128.load offset=22592
    i32.const 0 v128.load offset=22608 i32.const 0 v128.load offset=22624 i32.const 0 v128.load offset=22640
    i32.const 0 v128.load offset=22656 i32.const 0 v128.load offset=22672 i32.const 0 v128.load offset=22688
    i32.const 0 v128.load offset=22704 i32.const 0 v128.load offset=22720 i32.const 0 v128.load offset=22736
    i32.const 0 v128.load offset=22752 i32.const 0 v128.load offset=22768 i32.const 0 v128.load offset=22784
    i32.const 0 v128.load offset=22800 i32.const 0 v128.load offset=22816 i32.const 0 v128.load offset=22832
    i32.const 0 v128.load offset=22848 i32.const 0 v128.load offset=22864 i32.const 0 v128.load offset=22880
    i32.const 0 v128.load offset=22896 i32.const 0 v128.load offset=22912 i32.const 0 v128.load offset=22928
    i32.const 0 v128.load offset=22944 i32.const 0 v128.load offset=22960 i32.const 0 v128.load offset=22976
    i32.const 0 v128.load offset=22992 i32.const 0 v128.load offset=23008 i32.const 0 v128.load offset=23024
    i32.const 0 v128.load offset=23040 i32.const 0 v128.load offset=23056 i32.const 0 v128.load offset=23072
    i32.const 0 v128.load offset=23088 i32.const 0 v128.load offset=23104 i32.const 0 v128.load offset=23120
    i32.const 0 v128.load offset=23136 i32.const 0 v128.load offset=23152 i32.const 0 v128.load offset=23168
    i32.const 0 v128.load offset=23184 i32.const 0 v128.load offset=23200 i32.const 0 v128.load offset=23216
    i32.const 0 v128.load offset=23232 i32.const 0 v128.load offset=23248 i32.const 0 v128.load offset=23264
    i32.const 0 v128.load offset=23280 i32.const 0 v128.load offset=23296 i32.const 0 v128.load offset=23312
    i32.const 0 v128.load offset=23328 i32.const 0 v128.load offset=23344 i32.const 0 v128.load offset=23360
    i32.const 0 v128.load offset=23376 i32.const 0 v128.load offset=23392 i32.const 0 v128.load offset=23408
    i32.const 0 v128.load offset=23424 i32.const 0 v128.load offset=23440 i32.const 0 v128.load offset=23456
    i32.const 0 v128.load offset=23472 i32.const 0 v128.load offset=23488 i32.const 0 v128.load offset=23504
    i32.const 0 v128.load offset=23520 i32.const 0 v128.load offset=23536 i32.const 0 v128.load offset=23552
    i32.const 0 v128.load offset=23568 i32.const 0 v128.load offset=23584 i32.const 0 v128.load offset=23600
    i32.const 0 v128.load offset=23616 i32.const 0 v128.load offset=23632 i32.const 0 v128.load offset=23648
    i32.const 0 v128.load offset=23664 i32.const 0 v128.load offset=23680 i32.const 0 v128.load offset=23696
    i32.const 0 v128.load offset=23712 i32.const 0 v128.load offset=23728 i32.const 0 v128.load offset=23744
    i32.const 0 v128.load offset=23760 i32.const 0 v128.load offset=23776 i32.const 0 v128.load offset=23792
    i32.const 0 v128.load offset=23808 i32.const 0 v128.load offset=23824 i32.const 0 v128.load offset=23840
    i32.const 0 v128.load offset=23856 i32.const 0 v128.load offset=23872 i32.const 0 v128.load offset=23888
    i32.const 0 v128.load offset=23904 i32.const 0 v128.load offset=23920 i32.const 0 v128.load offset=23936
    i32.const 0 v128.load offset=23952 i32.const 0 v128.load offset=23968 i32.const 0 v128.load offset=23984
    i32.const 0 v128.load offset=24000 i32.const 0 v128.load offset=24016 i32.const 0 v128.load offset=24032
    i32.const 0 v128.load offset=24048 i32.const 0 v128.load offset=24064 i32.const 0 v128.load offset=24080
    i32.const 0 v128.load offset=24096 i32.const 0 v128.load offset=24112 i32.const 0 v128.load offset=24128
    i32.const 0 v128.load offset=24144 i32.const 0 v128.load offset=24160 i32.const 0 v128.load offset=24176
    i32.const 0 v128.load offset=24192 i32.const 0 v128.load offset=24208 i32.const 0 v128.load offset=24224
    i32.const 0 v128.load offset=24240 i32.const 0 v128.load offset=24256 i32.const 0 v128.load offset=24272
    i32.const 0 v128.load offset=24288 i32.const 0 v128.load offset=24304 i32.const 0 v128.load offset=24320
    i32.const 0 v128.load offset=24336 i32.const 0 v128.load offset=24352 i32.const 0 v128.load offset=24368
    i32.const 0 v128.load offset=24384 i32.const 0 v128.load offset=24400 i32.const 0 v128.load offset=24416
    i32.const 0 v128.load offset=24432 i32.const 0 v128.load offset=24448 i32.const 0 v128.load offset=24464
    i32.const 0 v128.load offset=24480 i32.const 0 v128.load offset=24496 i32.const 0 v128.load offset=24512
    i32.const 0 v128.load offset=24528 i32.const 0 v128.load offset=24544 i32.const 0 v128.load offset=24560
    i32.const 0 v128.load offset=24576 i32.const 0 v128.load offset=24592 i32.const 0 v128.load offset=24608
    i32.const 0 v128.load offset=24624 i32.const 0 v128.load offset=24640 i32.const 0 v128.load offset=24656
    i32.const 0 v128.load offset=24672 i32.const 0 v128.load offset=24688 i32.const 0 v128.load offset=24704
    i32.const 0 v128.load offset=24720 i32.const 0 v128.load offset=24736 i32.const 0 v128.load offset=24752
    i32.const 0 v128.load offset=24768 i32.const 0 v128.load offset=24784 i32.const 0 v128.load offset=24800
    i32.const 0 v128.load offset=24816 i32.const 0 v128.load offset=24832 i32.const 0 v128.load offset=24848
    i32.const 0 v128.load offset=24864 i32.const 0 v128.load offset=24880 i32.const 0 v128.load offset=24896
    i32.const 0 v128.load offset=24912 i32.const 0 v128.load offset=24928 i32.const 0 v128.load offset=24944
    i32.const 0 v128.load offset=24960 i32.const 0 v128.load offset=24976 i32.const 0 v128.load offset=24992
    i32.const 0 v128.load offset=25008 i32.const 0 v128.load offset=25024 i32.const 0 v128.load offset=25040
    i32.const 0 v128.load offset=25056 i32.const 0 v128.load offset=25072 i32.const 0 v128.load offset=25088
    i32.const 0 v128.load offset=25104 i32.const 0 v128.load offset=25120 i32.const 0 v128.load offset=25136
    i32.const 0 v128.load offset=25152 i32.const 0 v128.load offset=25168 i32.const 0 v128.load offset=25184
    i32.const 0 v128.load offset=25200 i32.const 0 v128.load offset=25216 i32.const 0 v128.load offset=25232
    i32.const 0 v128.load offset=25248 i32.const 0 v128.load offset=25264 i32.const 0 v128.load offset=25280
    i32.const 0 v128.load offset=25296 i32.const 0 v128.load offset=25312 i32.const 0 v128.load offset=25328
    i32.const 0 v128.load offset=25344 i32.const 0 v128.load offset=25360 i32.const 0 v128.load offset=25376
    i32.const 0 v128.load offset=25392 i32.const 0 v128.load offset=25408 i32.const 0 v128.load offset=25424
    i32.const 0 v128.load offset=25440 i32.const 0 v128.load offset=25456 i32.const 0 v128.load offset=25472
    i32.const 0 v128.load offset=25488 i32.const 0 v128.load offset=25504 i32.const 0 v128.load offset=25520
    i32.const 0 v128.load offset=25536 i32.const 0 v128.load offset=25552 i32.const 0 v128.load offset=25568
    i32.const 0 v128.load offset=25584 i32.const 0 v128.load offset=25600 i32.const 0 v128.load offset=25616
    i32.const 0 v128.load offset=25632 i32.const 0 v128.load offset=25648 i32.const 0 v128.load offset=25664
    i32.const 0 v128.load offset=25680 i32.const 0 v128.load offset=25696 i32.const 0 v128.load offset=25712
    i32.const 0 v128.load offset=25728 i32.const 0 v128.load offset=25744 i32.const 0 v128.load offset=25760
    i32.const 0 v128.load offset=25776 i32.const 0 v128.load offset=25792 i32.const 0 v128.load offset=25808
    i32.const 0 v128.load offset=25824 i32.const 0 v128.load offset=25840 i32.const 0 v128.load offset=25856
    i32.const 0 v128.load offset=25872 i32.const 0 v128.load offset=25888 i32.const 0 v128.load offset=25904
    i32.const 0 v128.load offset=25920 i32.const 0 v128.load offset=25936 i32.const 0 v128.load offset=25952
    i32.const 0 v128.load offset=25968 i32.const 0 v128.load offset=25984 i32.const 0 v128.load offset=26000
    i32.const 0 v128.load offset=26016 i32.const 0 v128.load offset=26032 i32.const 0 v128.load offset=26048
    i32.const 0 v128.load offset=26064 i32.const 0 v128.load offset=26080 i32.const 0 v128.load offset=26096
    i32.const 0 v128.load offset=26112 i32.const 0 v128.load offset=26128 i32.const 0 v128.load offset=26144
    i32.const 0 v128.load offset=26160 i32.const 0 v128.load offset=26176 i32.const 0 v128.load offset=26192
    i32.const 0 v128.load offset=26208 i32.const 0 v128.load offset=26224 i32.const 0 v128.load offset=26240
    i32.const 0 v128.load offset=26256 i32.const 0 v128.load offset=26272 i32.const 0 v128.load offset=26288
    i32.const 0 v128.load offset=26304 i32.const 0 v128.load offset=26320 i32.const 0 v128.load offset=26336
    i32.const 0 v128.load offset=26352 i32.const 0 v128.load offset=26368 i32.const 0 v128.load offset=26384
    i32.const 0 v128.load offset=26400 i32.const 0 v128.load offset=26416 i32.const 0 v128.load offset=26432
    i32.const 0 v128.load offset=26448 i32.const 0 v128.load offset=26464 i32.const 0 v128.load offset=26480
    i32.const 0 v128.load offset=26496 i32.const 0 v128.load offset=26512 i32.const 0 v128.load offset=26528
    i32.const 0 v128.load offset=26544 i32.const 0 v128.load offset=26560 i32.const 0 v128.load offset=26576
    i32.const 0 v128.load offset=26592 i32.const 0 v128.load offset=26608 i32.const 0 v128.load offset=26624
    i32.const 0 v128.load offset=26640 i32.const 0 v128.load offset=26656 i32.const 0 v128.load offset=26672
    i32.const 0 v128.load offset=26688 i32.const 0 v128.load offset=26704 i32.const 0 v128.load offset=26720
    i32.const 0 v128.load offset=26736 i32.const 0 v128.load offset=26752 i32.const 0 v128.load offset=26768
    i32.const 0 v128.load offset=26784 i32.const 0 v128.load offset=26800 i32.const 0 v128.load offset=26816
    i32.const 0 v128.load offset=26832 i32.const 0 v128.load offset=26848 i32.const 0 v128.load offset=26864
    i32.const 0 v128.load offset=26880 i32.const 0 v128.load offset=26896 i32.const 0 v128.load offset=26912
    i32.const 0 v128.load offset=26928 i32.const 0 v128.load offset=26944 i32.const 0 v128.load offset=26960
    i32.const 0 v128.load offset=26976 i32.const 0 v128.load offset=26992 i32.const 0 v128.load offset=27008
    i32.const 0 v128.load offset=27024 i32.const 0 v128.load offset=27040 i32.const 0 v128.load offset=27056
    i32.const 0 v128.load offset=27072 i32.const 0 v128.load offset=27088 i32.const 0 v128.load offset=27104
    i32.const 0 v128.load offset=27120 i32.const 0 v128.load offset=27136 i32.const 0 v128.load offset=27152
    i32.const 0 v128.load offset=27168 i32.const 0 v128.load offset=27184 i32.const 0 v128.load offset=27200
    i32.const 0 v128.load offset=27216 i32.const 0 v128.load offset=27232 i32.const 0 v128.load offset=27248
    i32.const 0 v128.load offset=27264 i32.const 0 v128.load offset=27280 i32.const 0 v128.load offset=27296
    i32.const 0 v128.load offset=27312 i32.const 0 v128.load offset=27328 i32.const 0 v128.load offset=27344
    i32.const 0 v128.load offset=27360 i32.const 0 v128.load offset=27376 i32.const 0 v128.load offset=27392
    i32.const 0 v128.load offset=27408 i32.const 0 v128.load offset=27424 i32.const 0 v128.load offset=27440
    i32.const 0 v128.load offset=27456 i32.const 0 v128.load offset=27472 i32.const 0 v128.load offset=27488
    i32.const 0 v128.load offset=27504 i32.const 0 v128.load offset=27520 i32.const 0 v128.load offset=27536
    i32.const 0 v128.load offset=27552 i32.const 0 v128.load offset=27568 i32.const 0 v128.load offset=27584
    i32.const 0 v128.load offset=27600 i32.const 0 v128.load offset=27616 i32.const 0 v128.load offset=27632
    i32.const 0 v128.load offset=27648 i32.const 0 v128.load offset=27664 i32.const 0 v128.load offset=27680
    i32.const 0 v128.load offset=27696 i32.const 0 v128.load offset=27712 i32.const 0 v128.load offset=27728
    i32.const 0 v128.load offset=27744 i32.const 0 v128.load offset=27760 i32.const 0 v128.load offset=27776
    i32.const 0 v128.load offset=27792 i32.const 0 v128.load offset=27808 i32.const 0 v128.load offset=27824
    i32.const 0 v128.load offset=27840 i32.const 0 v128.load offset=27856 i32.const 0 v128.load offset=27872
    i32.const 0 v128.load offset=27888 i32.const 0 v128.load offset=27904 i32.const 0 v128.load offset=27920
    i32.const 0 v128.load offset=27936 i32.const 0 v128.load offset=27952 i32.const 0 v128.load offset=27968
    i32.const 0 v128.load offset=27984 i32.const 0 v128.load offset=28000 i32.const 0 v128.load offset=28016
    i32.const 0 v128.load offset=28032 i32.const 0 v128.load offset=28048 i32.const 0 v128.load offset=28064
    i32.const 0 v128.load offset=28080 i32.const 0 v128.load offset=28096 i32.const 0 v128.load offset=28112
    i32.const 0 v128.load offset=28128 i32.const 0 v128.load offset=28144 i32.const 0 v128.load offset=28160
    i32.const 0 v128.load offset=28176 i32.const 0 v128.load offset=28192 i32.const 0 v128.load offset=28208
    i32.const 0 v128.load offset=28224 i32.const 0 v128.load offset=28240 i32.const 0 v128.load offset=28256
    i32.const 0 v128.load offset=28272 i32.const 0 v128.load offset=28288 i32.const 0 v128.load offset=28304
    i32.const 0 v128.load offset=28320 i32.const 0 v128.load offset=28336 i32.const 0 v128.load offset=28352
    i32.const 0 v128.load offset=28368 i32.const 0 v128.load offset=28384 i32.const 0 v128.load offset=28400
    i32.const 0 v128.load offset=28416 i32.const 0 v128.load offset=28432 i32.const 0 v128.load offset=28448
    i32.const 0 v128.load offset=28464 i32.const 0 v128.load offset=28480 i32.const 0 v128.load offset=28496
    i32.const 0 v128.load offset=28512 i32.const 0 v128.load offset=28528 i32.const 0 v128.load offset=28544
    i32.const 0 v128.load offset=28560 i32.const 0 v128.load offset=28576 i32.const 0 v128.load offset=28592
    i32.const 0 v128.load offset=28608 i32.const 0 v128.load offset=28624 i32.const 0 v128.load offset=28640
    i32.const 0 v128.load offset=28656 i32.const 0 v128.load offset=28672 i32.const 0 v128.load offset=28688
    i32.const 0 v128.load offset=28704 i32.const 0 v128.load offset=28720 i32.const 0 v128.load offset=28736
    i32.const 0 v128.load offset=28752 i32.const 0 v128.load offset=28768 i32.const 0 v128.load offset=28784
    i32.const 0 v128.load offset=28800 i32.const 0 v128.load offset=28816 i32.const 0 v128.load offset=28832
    i32.const 0 v128.load offset=28848 i32.const 0 v128.load offset=28864 i32.const 0 v128.load offset=28880
    i32.const 0 v128.load offset=28896 i32.const 0 v128.load offset=28912 i32.const 0 v128.load offset=28928
    i32.const 0 v128.load offset=28944 i32.const 0 v128.load offset=28960 i32.const 0 v128.load offset=28976
    i32.const 0 v128.load offset=28992 i32.const 0 v128.load offset=29008 i32.const 0 v128.load offset=29024
    i32.const 0 v128.load offset=29040 i32.const 0 v128.load offset=29056 i32.const 0 v128.load offset=29072
    i32.const 0 v128.load offset=29088 i32.const 0 v128.load offset=29104 i32.const 0 v128.load offset=29120
    i32.const 0 v128.load offset=29136 i32.const 0 v128.load offset=29152 i32.const 0 v128.load offset=29168
    i32.const 0 v128.load offset=29184 i32.const 0 v128.load offset=29200 i32.const 0 v128.load offset=29216
    i32.const 0 v128.load offset=29232 i32.const 0 v128.load offset=29248 i32.const 0 v128.load offset=29264
    i32.const 0 v128.load offset=29280 i32.const 0 v128.load offset=29296 i32.const 0 v128.load offset=29312
    i32.const 0 v128.load offset=29328 i32.const 0 v128.load offset=29344 i32.const 0 v128.load offset=29360
    i32.const 0 v128.load offset=29376 i32.const 0 v128.load offset=29392 i32.const 0 v128.load offset=29408
    i32.const 0 v128.load offset=29424 i32.const 0 v128.load offset=29440 i32.const 0 v128.load offset=29456
    i32.const 0 v128.load offset=29472 i32.const 0 v128.load offset=29488 i32.const 0 v128.load offset=29504
    i32.const 0 v128.load offset=29520 i32.const 0 v128.load offset=29536 i32.const 0 v128.load offset=29552
    i32.const 0 v128.load offset=29568 i32.const 0 v128.load offset=29584 i32.const 0 v128.load offset=29600
    i32.const 0 v128.load offset=29616 i32.const 0 v128.load offset=29632 i32.const 0 v128.load offset=29648
    i32.const 0 v128.load offset=29664 i32.const 0 v128.load offset=29680 i32.const 0 v128.load offset=29696
    i32.const 0 v128.load offset=29712 i32.const 0 v128.load offset=29728 i32.const 0 v128.load offset=29744
    i32.const 0 v128.load offset=29760 i32.const 0 v128.load offset=29776 i32.const 0 v128.load offset=29792
    i32.const 0 v128.load offset=29808 i32.const 0 v128.load offset=29824 i32.const 0 v128.load offset=29840
    i32.const 0 v128.load offset=29856 i32.const 0 v128.load offset=29872 i32.const 0 v128.load offset=29888
    i32.const 0 v128.load offset=29904 i32.const 0 v128.load offset=29920 i32.const 0 v128.load offset=29936
    i32.const 0 v128.load offset=29952 i32.const 0 v128.load offset=29968 i32.const 0 v128.load offset=29984
    i32.const 0 v128.load offset=30000 i32.const 0 v128.load offset=30016 i32.const 0 v128.load offset=30032
    i32.const 0 v128.load offset=30048 i32.const 0 v128.load offset=30064 i32.const 0 v128.load offset=30080
    i32.const 0 v128.load offset=30096 i32.const 0 v128.load offset=30112 i32.const 0 v128.load offset=30128
    i32.const 0 v128.load offset=30144 i32.const 0 v128.load offset=30160 i32.const 0 v128.load offset=30176
    i32.const 0 v128.load offset=30192 i32.const 0 v128.load offset=30208 i32.const 0 v128.load offset=30224
    i32.const 0 v128.load offset=30240 i32.const 0 v128.load offset=30256 i32.const 0 v128.load offset=30272
    i32.const 0 v128.load offset=30288 i32.const 0 v128.load offset=30304 i32.const 0 v128.load offset=30320
    i32.const 0 v128.load offset=30336 i32.const 0 v128.load offset=30352 i32.const 0 v128.load offset=30368
    i32.const 0 v128.load offset=30384 i32.const 0 v128.load offset=30400 i32.const 0 v128.load offset=30416
    i32.const 0 v128.load offset=30432 i32.const 0 v128.load offset=30448 i32.const 0 v128.load offset=30464
    i32.const 0 v128.load offset=30480 i32.const 0 v128.load offset=30496 i32.const 0 v128.load offset=30512
    i32.const 0 v128.load offset=30528 i32.const 0 v128.load offset=30544 i32.const 0 v128.load offset=30560
    i32.const 0 v128.load offset=30576 i32.const 0 v128.load offset=30592 i32.const 0 v128.load offset=30608
    i32.const 0 v128.load offset=30624 i32.const 0 v128.load offset=30640 i32.const 0 v128.load offset=30656
    i32.const 0 v128.load offset=30672 i32.const 0 v128.load offset=30688 i32.const 0 v128.load offset=30704
    i32.const 0 v128.load offset=30720 i32.const 0 v128.load offset=30736 i32.const 0 v128.load offset=30752
    i32.const 0 v128.load offset=30768 i32.const 0 v128.load offset=30784 i32.const 0 v128.load offset=30800
    i32.const 0 v128.load offset=30816 i32.const 0 v128.load offset=30832 i32.const 0 v128.load offset=30848
    i32.const 0 v128.load offset=30864 i32.const 0 v128.load offset=30880 i32.const 0 v128.load offset=30896
    i32.const 0 v128.load offset=30912 i32.const 0 v128.load offset=30928 i32.const 0 v128.load offset=30944
    i32.const 0 v128.load offset=30960 i32.const 0 v128.load offset=30976 i32.const 0 v128.load offset=30992
    i32.const 0 v128.load offset=31008 i32.const 0 v128.load offset=31024 i32.const 0 v128.load offset=31040
    i32.const 0 v128.load offset=31056 i32.const 0 v128.load offset=31072 i32.const 0 v128.load offset=31088
    i32.const 0 v128.load offset=31104 i32.const 0 v128.load offset=31120 i32.const 0 v128.load offset=31136
    i32.const 0 v128.load offset=31152 i32.const 0 v128.load offset=31168 i32.const 0 v128.load offset=31184
    i32.const 0 v128.load offset=31200 i32.const 0 v128.load offset=31216 i32.const 0 v128.load offset=31232
    i32.const 0 v128.load offset=31248 i32.const 0 v128.load offset=31264 i32.const 0 v128.load offset=31280
    i32.const 0 v128.load offset=31296 i32.const 0 v128.load offset=31312 i32.const 0 v128.load offset=31328
    i32.const 0 v128.load offset=31344 i32.const 0 v128.load offset=31360 i32.const 0 v128.load offset=31376
    i32.const 0 v128.load offset=31392 i32.const 0 v128.load offset=31408 i32.const 0 v128.load offset=31424
    i32.const 0 v128.load offset=31440 i32.const 0 v128.load offset=31456 i32.const 0 v128.load offset=31472
    i32.const 0 v128.load offset=31488 i32.const 0 v128.load offset=31504 i32.const 0 v128.load offset=31520
    i32.const 0 v128.load offset=31536 i32.const 0 v128.load offset=31552 i32.const 0 v128.load offset=31568
    i32.const 0 v128.load offset=31584 i32.const 0 v128.load offset=31600 i32.const 0 v128.load offset=31616
    i32.const 0 v128.load offset=31632 i32.const 0 v128.load offset=31648 i32.const 0 v128.load offset=31664
    i32.const 0 v128.load offset=31680 i32.const 0 v128.load offset=31696 i32.const 0 v128.load offset=31712
    i32.const 0 v128.load offset=31728 i32.const 0 v128.load offset=31744 i32.const 0 v128.load offset=31760
    i32.const 0 v128.load offset=31776 i32.const 0 v128.load offset=31792 i32.const 0 v128.load offset=31808
    i32.const 0 v128.load offset=31824 i32.const 0 v128.load offset=31840 i32.const 0 v128.load offset=31856
    i32.const 0 v128.load offset=31872 i32.const 0 v128.load offset=31888 i32.const 0 v128.load offset=31904
    i32.const 0 v128.load offset=31920 i32.const 0 v128.load offset=31936 i32.const 0 v128.load offset=31952
    i32.const 0 v128.load offset=31968 i32.const 0 v128.load offset=31984 i32.const 0 v128.load offset=32000
    i32.const 0 v128.load offset=32016 i32.const 0 v128.load offset=32032 i32.const 0 v128.load offset=32048
    i32.const 0 v128.load offset=32064 i32.const 0 v128.load offset=32080 i32.const 0 v128.load offset=32096
    i32.const 0 v128.load offset=32112 i32.const 0 v128.load offset=32128 i32.const 0 v128.load offset=32144
    i32.const 0 v128.load offset=32160 i32.const 0 v128.load offset=32176 i32.const 0 v128.load offset=32192
    i32.const 0 v128.load offset=32208 i32.const 0 v128.load offset=32224 i32.const 0 v128.load offset=32240
    i32.const 0 v128.load offset=32256 i32.const 0 v128.load offset=32272 i32.const 0 v128.load offset=32288
    i32.const 0 v128.load offset=32304 i32.const 0 v128.load offset=32320 i32.const 0 v128.load offset=32336
    i32.const 0 v128.load offset=32352 i32.const 0 v128.load offset=32368 i32.const 0 v128.load offset=32384
    i32.const 0 v128.load offset=32400 i32.const 0 v128.load offset=32416 i32.const 0 v128.load offset=32432
    i32.const 0 v128.load offset=32448 i32.const 0 v128.load offset=32464 i32.const 0 v128.load offset=32480
    i32.const 0 v128.load offset=32496 i32.const 0 v128.load offset=32512 i32.const 0 v128.load offset=32528
    i32.const 0 v128.load offset=32544 i32.const 0 v128.load offset=32560 i32.const 0 v128.load offset=32576
    i32.const 0 v128.load offset=32592 i32.const 0 v128.load offset=32608 i32.const 0 v128.load offset=32624
    i32.const 0 v128.load offset=32640 i32.const 0 v128.load offset=32656 i32.const 0 v128.load offset=32672
    i32.const 0 v128.load offset=32688 i32.const 0 v128.load offset=32704 i32.const 0 v128.load offset=32720
    i32.const 0 v128.load offset=32736 i32.const 0 v128.load offset=32752 i32.const 0 v128.load offset=32768
    i32.const 0 v128.load offset=32784 i32.const 0 v128.load offset=32800 i32.const 0 v128.load offset=32816
    i32.const 0 v128.load offset=32832 i32.const 0 v128.load offset=32848 i32.const 0 v128.load offset=32864
    i32.const 0 v128.load offset=32880 i32.const 0 v128.load offset=32896 i32.const 0 v128.load offset=32912
    i32.const 0 v128.load offset=32928 i32.const 0 v128.load offset=32944 i32.const 0 v128.load offset=32960
    i32.const 0 v128.load offset=32976 i32.const 0 v128.load offset=32992 i32.const 0 v128.load offset=33008
    i32.const 0 v128.load offset=33024 i32.const 0 v128.load offset=33040 i32.const 0 v128.load offset=33056
    i32.const 0 v128.load offset=33072 i32.const 0 v128.load offset=33088 i32.const 0 v128.load offset=33104
    i32.const 0 v128.load offset=33120 i32.const 0 v128.load offset=33136 i32.const 0 v128.load offset=33152
    i32.const 0 v128.load offset=33168 i32.const 0 v128.load offset=33184 i32.const 0 v128.load offset=33200
    i32.const 0 v128.load offset=33216 i32.const 0 v128.load offset=33232 i32.const 0 v128.load offset=33248
    i32.const 0 v128.load offset=33264 i32.const 0 v128.load offset=33280 i32.const 0 v128.load offset=33296
    i32.const 0 v128.load offset=33312 i32.const 0 v128.load offset=33328 i32.const 0 v128.load offset=33344
    i32.const 0 v128.load offset=33360 i32.const 0 v128.load offset=33376 i32.const 0 v128.load offset=33392
    i32.const 0 v128.load offset=33408 i32.const 0 v128.load offset=33424 i32.const 0 v128.load offset=33440
    i32.const 0 v128.load offset=33456 i32.const 0 v128.load offset=33472 i32.const 0 v128.load offset=33488
    i32.const 0 v128.load offset=33504 i32.const 0 v128.load offset=33520 i32.const 0 v128.load offset=33536
    i32.const 0 v128.load offset=33552 i32.const 0 v128.load offset=33568 i32.const 0 v128.load offset=33584
    i32.const 0 v128.load offset=33600 i32.const 0 v128.load offset=33616 i32.const 0 v128.load offset=33632
    i32.const 0 v128.load offset=33648 i32.const 0 v128.load offset=33664 i32.const 0 v128.load offset=33680
    i32.const 0 v128.load offset=33696 i32.const 0 v128.load offset=33712 i32.const 0 v128.load offset=33728
    i32.const 0 v128.load offset=33744 i32.const 0 v128.load offset=33760 i32.const 0 v128.load offset=33776
    i32.const 0 v128.load offset=33792 i32.const 0 v128.load offset=33808 i32.const 0 v128.load offset=33824
    i32.const 0 v128.load offset=33840 i32.const 0 v128.load offset=33856 i32.const 0 v128.load offset=33872
    i32.const 0 v128.load offset=33888 i32.const 0 v128.load offset=33904 i32.const 0 v128.load offset=33920
    i32.const 0 v128.load offset=33936 i32.const 0 v128.load offset=33952 i32.const 0 v128.load offset=33968
    i32.const 0 v128.load offset=33984 i32.const 0 v128.load offset=34000 i32.const 0 v128.load offset=34016
    i32.const 0 v128.load offset=34032 i32.const 0 v128.load offset=34048 i32.const 0 v128.load offset=34064
    i32.const 0 v128.load offset=34080 i32.const 0 v128.load offset=34096 i32.const 0 v128.load offset=34112
    i32.const 0 v128.load offset=34128 i32.const 0 v128.load offset=34144 i32.const 0 v128.load offset=34160
    i32.const 0 v128.load offset=34176 i32.const 0 v128.load offset=34192 i32.const 0 v128.load offset=34208
    i32.const 0 v128.load offset=34224 i32.const 0 v128.load offset=34240 i32.const 0 v128.load offset=34256
    i32.const 0 v128.load offset=34272 i32.const 0 v128.load offset=34288 i32.const 0 v128.load offset=34304
    i32.const 0 v128.load offset=34320 i32.const 0 v128.load offset=34336 i32.const 0 v128.load offset=34352
    i32.const 0 v128.load offset=34368 i32.const 0 v128.load offset=34384 i32.const 0 v128.load offset=34400
    i32.const 0 v128.load offset=34416 i32.const 0 v128.load offset=34432 i32.const 0 v128.load offset=34448
    i32.const 0 v128.load offset=34464 i32.const 0 v128.load offset=34480 i32.const 0 v128.load offset=34496
    i32.const 0 v128.load offset=34512 i32.const 0 v128.load offset=34528 i32.const 0 v128.load offset=34544
    i32.const 0 v128.load offset=34560 i32.const 0 v128.load offset=34576 i32.const 0 v128.load offset=34592
    i32.const 0 v128.load offset=34608 i32.const 0 v128.load offset=34624 i32.const 0 v128.load offset=34640
    i32.const 0 v128.load offset=34656 i32.const 0 v128.load offset=34672 i32.const 0 v128.load offset=34688
    i32.const 0 v128.load offset=34704 i32.const 0 v128.load offset=34720 i32.const 0 v128.load offset=34736
    i32.const 0 v128.load offset=34752 i32.const 0 v128.load offset=34768 i32.const 0 v128.load offset=34784
    i32.const 0 v128.load offset=34800 i32.const 0 v128.load offset=34816 i32.const 0 v128.load offset=34832
    i32.const 0 v128.load offset=34848 i32.const 0 v128.load offset=34864 i32.const 0 v128.load offset=34880
    i32.const 0 v128.load offset=34896 i32.const 0 v128.load offset=34912 i32.const 0 v128.load offset=34928
    i32.const 0 v128.load offset=34944 i32.const 0 v128.load offset=34960 i32.const 0 v128.load offset=34976
    i32.const 0 v128.load offset=34992 i32.const 0 v128.load offset=35008 i32.const 0 v128.load offset=35024
    i32.const 0 v128.load offset=35040 i32.const 0 v128.load offset=35056 i32.const 0 v128.load offset=35072
    i32.const 0 v128.load offset=35088 i32.const 0 v128.load offset=35104 i32.const 0 v128.load offset=35120
    i32.const 0 v128.load offset=35136 i32.const 0 v128.load offset=35152 i32.const 0 v128.load offset=35168
    i32.const 0 v128.load offset=35184 i32.const 0 v128.load offset=35200 i32.const 0 v128.load offset=35216
    i32.const 0 v128.load offset=35232 i32.const 0 v128.load offset=35248 i32.const 0 v128.load offset=35264
    i32.const 0 v128.load offset=35280 i32.const 0 v128.load offset=35296 i32.const 0 v128.load offset=35312
    i32.const 0 v128.load offset=35328 i32.const 0 v128.load offset=35344 i32.const 0 v128.load offset=35360
    i32.const 0 v128.load offset=35376 i32.const 0 v128.load offset=35392 i32.const 0 v128.load offset=35408
    i32.const 0 v128.load offset=35424 i32.const 0 v128.load offset=35440 i32.const 0 v128.load offset=35456
    i32.const 0 v128.load offset=35472 i32.const 0 v128.load offset=35488 i32.const 0 v128.load offset=35504
    i32.const 0 v128.load offset=35520 i32.const 0 v128.load offset=35536 i32.const 0 v128.load offset=35552
    i32.const 0 v128.load offset=35568 i32.const 0 v128.load offset=35584 i32.const 0 v128.load offset=35600
    i32.const 0 v128.load offset=35616 i32.const 0 v128.load offset=35632 i32.const 0 v128.load offset=35648
    i32.const 0 v128.load offset=35664 i32.const 0 v128.load offset=35680 i32.const 0 v128.load offset=35696
    i32.const 0 v128.load offset=35712 i32.const 0 v128.load offset=35728 i32.const 0 v128.load offset=35744
    i32.const 0 v128.load offset=35760 i32.const 0 v128.load offset=35776 i32.const 0 v128.load offset=35792
    i32.const 0 v128.load offset=35808 i32.const 0 v128.load offset=35824 i32.const 0 v128.load offset=35840
    i32.const 0 v128.load offset=35856 i32.const 0 v128.load offset=35872 i32.const 0 v128.load offset=35888
    i32.const 0 v128.load offset=35904 i32.const 0 v128.load offset=35920 i32.const 0 v128.load offset=35936
    i32.const 0 v128.load offset=35952 i32.const 0 v128.load offset=35968 i32.const 0 v128.load offset=35984
    i32.const 0 v128.load offset=36000 i32.const 0 v128.load offset=36016 i32.const 0 v128.load offset=36032
    i32.const 0 v128.load offset=36048 i32.const 0 v128.load offset=36064 i32.const 0 v128.load offset=36080
    i32.const 0 v128.load offset=36096 i32.const 0 v128.load offset=36112 i32.const 0 v128.load offset=36128
    i32.const 0 v128.load offset=36144 i32.const 0 v128.load offset=36160 i32.const 0 v128.load offset=36176
    i32.const 0 v128.load offset=36192 i32.const 0 v128.load offset=36208 i32.const 0 v128.load offset=36224
    i32.const 0 v128.load offset=36240 i32.const 0 v128.load offset=36256 i32.const 0 v128.load offset=36272
    i32.const 0 v128.load offset=36288 i32.const 0 v128.load offset=36304 i32.const 0 v128.load offset=36320
    i32.const 0 v128.load offset=36336 i32.const 0 v128.load offset=36352 i32.const 0 v128.load offset=36368
    i32.const 0 v128.load offset=36384 i32.const 0 v128.load offset=36400 i32.const 0 v128.load offset=36416
    i32.const 0 v128.load offset=36432 i32.const 0 v128.load offset=36448 i32.const 0 v128.load offset=36464
    i32.const 0 v128.load offset=36480 i32.const 0 v128.load offset=36496 i32.const 0 v128.load offset=36512
    i32.const 0 v128.load offset=36528 i32.const 0 v128.load offset=36544 i32.const 0 v128.load offset=36560
    i32.const 0 v128.load offset=36576 i32.const 0 v128.load offset=36592 i32.const 0 v128.load offset=36608
    i32.const 0 v128.load offset=36624 i32.const 0 v128.load offset=36640 i32.const 0 v128.load offset=36656
    i32.const 0 v128.load offset=36672 i32.const 0 v128.load offset=36688 i32.const 0 v128.load offset=36704
    i32.const 0 v128.load offset=36720 i32.const 0 v128.load offset=36736 i32.const 0 v128.load offset=36752
    i32.const 0 v128.load offset=36768 i32.const 0 v128.load offset=36784 i32.const 0 v128.load offset=36800
    i32.const 0 v128.load offset=36816 i32.const 0 v128.load offset=36832 i32.const 0 v128.load offset=36848
    i32.const 0 v128.load offset=36864 i32.const 0 v128.load offset=36880 i32.const 0 v128.load offset=36896
    i32.const 0 v128.load offset=36912 i32.const 0 v128.load offset=36928 i32.const 0 v128.load offset=36944
    i32.const 0 v128.load offset=36960 i32.const 0 v128.load offset=36976 i32.const 0 v128.load offset=36992
    i32.const 0 v128.load offset=37008 i32.const 0 v128.load offset=37024 i32.const 0 v128.load offset=37040
    i32.const 0 v128.load offset=37056 i32.const 0 v128.load offset=37072 i32.const 0 v128.load offset=37088
    i32.const 0 v128.load offset=37104 i32.const 0 v128.load offset=37120 i32.const 0 v128.load offset=37136
    i32.const 0 v128.load offset=37152 i32.const 0 v128.load offset=37168 i32.const 0 v128.load offset=37184
    i32.const 0 v128.load offset=37200 i32.const 0 v128.load offset=37216 i32.const 0 v128.load offset=37232
    i32.const 0 v128.load offset=37248 i32.const 0 v128.load offset=37264 i32.const 0 v128.load offset=37280
    i32.const 0 v128.load offset=37296 i32.const 0 v128.load offset=37312 i32.const 0 v128.load offset=37328
    i32.const 0 v128.load offset=37344 i32.const 0 v128.load offset=37360 i32.const 0 v128.load offset=37376
    i32.const 0 v128.load offset=37392 i32.const 0 v128.load offset=37408 i32.const 0 v128.load offset=37424
    i32.const 0 v128.load offset=37440 i32.const 0 v128.load offset=37456 i32.const 0 v128.load offset=37472
    i32.const 0 v128.load offset=37488 i32.const 0 v128.load offset=37504 i32.const 0 v128.load offset=37520
    i32.const 0 v128.load offset=37536 i32.const 0 v128.load offset=37552 i32.const 0 v128.load offset=37568
    i32.const 0 v128.load offset=37584 i32.const 0 v128.load offset=37600 i32.const 0 v128.load offset=37616
    i32.const 0 v128.load offset=37632 i32.const 0 v128.load offset=37648 i32.const 0 v128.load offset=37664
    i32.const 0 v128.load offset=37680 i32.const 0 v128.load offset=37696 i32.const 0 v128.load offset=37712
    i32.const 0 v128.load offset=37728 i32.const 0 v128.load offset=37744 i32.const 0 v128.load offset=37760
    i32.const 0 v128.load offset=37776 i32.const 0 v128.load offset=37792 i32.const 0 v128.load offset=37808
    i32.const 0 v128.load offset=37824 i32.const 0 v128.load offset=37840 i32.const 0 v128.load offset=37856
    i32.const 0 v128.load offset=37872 i32.const 0 v128.load offset=37888 i32.const 0 v128.load offset=37904
    i32.const 0 v128.load offset=37920 i32.const 0 v128.load offset=37936 i32.const 0 v128.load offset=37952
    i32.const 0 v128.load offset=37968 i32.const 0 v128.load offset=37984 i32.const 0 v128.load offset=38000
    i32.const 0 v128.load offset=38016 i32.const 0 v128.load offset=38032 i32.const 0 v128.load offset=38048
    i32.const 0 v128.load offset=38064 i32.const 0 v128.load offset=38080 i32.const 0 v128.load offset=38096
    i32.const 0 v128.load offset=38112 i32.const 0 v128.load offset=38128 i32.const 0 v128.load offset=38144
    i32.const 0 v128.load offset=38160 i32.const 0 v128.load offset=38176 i32.const 0 v128.load offset=38192
    i32.const 0 v128.load offset=38208 i32.const 0 v128.load offset=38224 i32.const 0 v128.load offset=38240
    i32.const 0 v128.load offset=38256 i32.const 0 v128.load offset=38272 i32.const 0 v128.load offset=38288
    i32.const 0 v128.load offset=38304 i32.const 0 v128.load offset=38320 i32.const 0 v128.load offset=38336
    i32.const 0 v128.load offset=38352 i32.const 0 v128.load offset=38368 i32.const 0 v128.load offset=38384
    i32.const 0 v128.load offset=38400 i32.const 0 v128.load offset=38416 i32.const 0 v128.load offset=38432
    i32.const 0 v128.load offset=38448 i32.const 0 v128.load offset=38464 i32.const 0 v128.load offset=38480
    i32.const 0 v128.load offset=38496 i32.const 0 v128.load offset=38512 i32.const 0 v128.load offset=38528
    i32.const 0 v128.load offset=38544 i32.const 0 v128.load offset=38560 i32.const 0 v128.load offset=38576
    i32.const 0 v128.load offset=38592 i32.const 0 v128.load offset=38608 i32.const 0 v128.load offset=38624
    i32.const 0 v128.load offset=38640 i32.const 0 v128.load offset=38656 i32.const 0 v128.load offset=38672
    i32.const 0 v128.load offset=38688 i32.const 0 v128.load offset=38704 i32.const 0 v128.load offset=38720
    i32.const 0 v128.load offset=38736 i32.const 0 v128.load offset=38752 i32.const 0 v128.load offset=38768
    i32.const 0 v128.load offset=38784 i32.const 0 v128.load offset=38800 i32.const 0 v128.load offset=38816
    i32.const 0 v128.load offset=38832 i32.const 0 v128.load offset=38848 i32.const 0 v128.load offset=38864
    i32.const 0 v128.load offset=38880 i32.const 0 v128.load offset=38896 i32.const 0 v128.load offset=38912
    i32.const 0 v128.load offset=38928 i32.const 0 v128.load offset=38944 i32.const 0 v128.load offset=38960
    i32.const 0 v128.load offset=38976 i32.const 0 v128.load offset=38992 i32.const 0 v128.load offset=39008
    i32.const 0 v128.load offset=39024 i32.const 0 v128.load offset=39040 i32.const 0 v128.load offset=39056
    i32.const 0 v128.load offset=39072 i32.const 0 v128.load offset=39088 i32.const 0 v128.load offset=39104
    i32.const 0 v128.load offset=39120 i32.const 0 v128.load offset=39136 i32.const 0 v128.load offset=39152
    i32.const 0 v128.load offset=39168 i32.const 0 v128.load offset=39184 i32.const 0 v128.load offset=39200
    i32.const 0 v128.load offset=39216 i32.const 0 v128.load offset=39232 i32.const 0 v128.load offset=39248
    i32.const 0 v128.load offset=39264 i32.const 0 v128.load offset=39280 i32.const 0 v128.load offset=39296
    i32.const 0 v128.load offset=39312 i32.const 0 v128.load offset=39328 i32.const 0 v128.load offset=39344
    i32.const 0 v128.load offset=39360 i32.const 0 v128.load offset=39376 i32.const 0 v128.load offset=39392
    i32.const 0 v128.load offset=39408 i32.const 0 v128.load offset=39424 i32.const 0 v128.load offset=39440
    i32.const 0 v128.load offset=39456 i32.const 0 v128.load offset=39472 i32.const 0 v128.load offset=39488
    i32.const 0 v128.load offset=39504 i32.const 0 v128.load offset=39520 i32.const 0 v128.load offset=39536
    i32.const 0 v128.load offset=39552 i32.const 0 v128.load offset=39568 i32.const 0 v128.load offset=39584
    i32.const 0 v128.load offset=39600 i32.const 0 v128.load offset=39616 i32.const 0 v128.load offset=39632
    i32.const 0 v128.load offset=39648 i32.const 0 v128.load offset=39664 i32.const 0 v128.load offset=39680
    i32.const 0 v128.load offset=39696 i32.const 0 v128.load offset=39712 i32.const 0 v128.load offset=39728
    i32.const 0 v128.load offset=39744 i32.const 0 v128.load offset=39760 i32.const 0 v128.load offset=39776
    i32.const 0 v128.load offset=39792 i32.const 0 v128.load offset=39808 i32.const 0 v128.load offset=39824
    i32.const 0 v128.load offset=39840 i32.const 0 v128.load offset=39856 i32.const 0 v128.load offset=39872
    i32.const 0 v128.load offset=39888 i32.const 0 v128.load offset=39904 i32.const 0 v128.load offset=39920
    i32.const 0 v128.load offset=39936 i32.const 0 v128.load offset=39952 i32.const 0 v128.load offset=39968
    i32.const 0 v128.load offset=39984 i32.const 0 v128.load offset=40000 i32.const 0 v128.load offset=40016
    i32.const 0 v128.load offset=40032 i32.const 0 v128.load offset=40048 i32.const 0 v128.load offset=40064
    i32.const 0 v128.load offset=40080 i32.const 0 v128.load offset=40096 i32.const 0 v128.load offset=40112
    i32.const 0 v128.load offset=40128 i32.const 0 v128.load offset=40144 i32.const 0 v128.load offset=40160
    i32.const 0 v128.load offset=40176 i32.const 0 v128.load offset=40192 i32.const 0 v128.load offset=40208
    i32.const 0 v128.load offset=40224 i32.const 0 v128.load offset=40240 i32.const 0 v128.load offset=40256
    i32.const 0 v128.load offset=40272 i32.const 0 v128.load offset=40288 i32.const 0 v128.load offset=40304
    i32.const 0 v128.load offset=40320 i32.const 0 v128.load offset=40336 i32.const 0 v128.load offset=40352
    i32.const 0 v128.load offset=40368 i32.const 0 v128.load offset=40384 i32.const 0 v128.load offset=40400
    i32.const 0 v128.load offset=40416 i32.const 0 v128.load offset=40432 i32.const 0 v128.load offset=40448
    i32.const 0 v128.load offset=40464 i32.const 0 v128.load offset=40480 i32.const 0 v128.load offset=40496
    i32.const 0 v128.load offset=40512 i32.const 0 v128.load offset=40528 i32.const 0 v128.load offset=40544
    i32.const 0 v128.load offset=40560 i32.const 0 v128.load offset=40576 i32.const 0 v128.load offset=40592
    i32.const 0 v128.load offset=40608 i32.const 0 v128.load offset=40624 i32.const 0 v128.load offset=40640
    i32.const 0 v128.load offset=40656 i32.const 0 v128.load offset=40672 i32.const 0 v128.load offset=40688
    i32.const 0 v128.load offset=40704 i32.const 0 v128.load offset=40720 i32.const 0 v128.load offset=40736
    i32.const 0 v128.load offset=40752 i32.const 0 v128.load offset=40768 i32.const 0 v128.load offset=40784
    i32.const 0 v128.load offset=40800 i32.const 0 v128.load offset=40816 i32.const 0 v128.load offset=40832
    i32.const 0 v128.load offset=40848 i32.const 0 v128.load offset=40864 i32.const 0 v128.load offset=40880
    i32.const 0 v128.load offset=40896 i32.const 0 v128.load offset=40912 i32.const 0 v128.load offset=40928
    i32.const 0 v128.load offset=40944 i32.const 0 v128.load offset=40960 i32.const 0 v128.load offset=40976
    i32.const 0 v128.load offset=40992 i32.const 0 v128.load offset=41008 i32.const 0 v128.load offset=41024
    i32.const 0 v128.load offset=41040 i32.const 0 v128.load offset=41056 i32.const 0 v128.load offset=41072
    i32.const 0 v128.load offset=41088 i32.const 0 v128.load offset=41104 i32.const 0 v128.load offset=41120
    i32.const 0 v128.load offset=41136 i32.const 0 v128.load offset=41152 i32.const 0 v128.load offset=41168
    i32.const 0 v128.load offset=41184 i32.const 0 v128.load offset=41200 i32.const 0 v128.load offset=41216
    i32.const 0 v128.load offset=41232 i32.const 0 v128.load offset=41248 i32.const 0 v128.load offset=41264
    i32.const 0 v128.load offset=41280 i32.const 0 v128.load offset=41296 i32.const 0 v128.load offset=41312
    i32.const 0 v128.load offset=41328 i32.const 0 v128.load offset=41344 i32.const 0 v128.load offset=41360
    i32.const 0 v128.load offset=41376 i32.const 0 v128.load offset=41392 i32.const 0 v128.load offset=41408
    i32.const 0 v128.load offset=41424 i32.const 0 v128.load offset=41440 i32.const 0 v128.load offset=41456
    i32.const 0 v128.load offset=41472 i32.const 0 v128.load offset=41488 i32.const 0 v128.load offset=41504
    i32.const 0 v128.load offset=41520 i32.const 0 v128.load offset=41536 i32.const 0 v128.load offset=41552
    i32.const 0 v128.load offset=41568 i32.const 0 v128.load offset=41584 i32.const 0 v128.load offset=41600
    i32.const 0 v128.load offset=41616 i32.const 0 v128.load offset=41632 i32.const 0 v128.load offset=41648
    i32.const 0 v128.load offset=41664 i32.const 0 v128.load offset=41680 i32.const 0 v128.load offset=41696
    i32.const 0 v128.load offset=41712 i32.const 0 v128.load offset=41728 i32.const 0 v128.load offset=41744
    i32.const 0 v128.load offset=41760 i32.const 0 v128.load offset=41776 i32.const 0 v128.load offset=41792
    i32.const 0 v128.load offset=41808 i32.const 0 v128.load offset=41824 i32.const 0 v128.load offset=41840
    i32.const 0 v128.load offset=41856 i32.const 0 v128.load offset=41872 i32.const 0 v128.load offset=41888
    i32.const 0 v128.load offset=41904 i32.const 0 v128.load offset=41920 i32.const 0 v128.load offset=41936
    i32.const 0 v128.load offset=41952 i32.const 0 v128.load offset=41968 i32.const 0 v128.load offset=41984
    i32.const 0 v128.load offset=42000 i32.const 0 v128.load offset=42016 i32.const 0 v128.load offset=42032
    i32.const 0 v128.load offset=42048 i32.const 0 v128.load offset=42064 i32.const 0 v128.load offset=42080
    i32.const 0 v128.load offset=42096 i32.const 0 v128.load offset=42112 i32.const 0 v128.load offset=42128
    i32.const 0 v128.load offset=42144 i32.const 0 v128.load offset=42160 i32.const 0 v128.load offset=42176
    i32.const 0 v128.load offset=42192 i32.const 0 v128.load offset=42208 i32.const 0 v128.load offset=42224
    i32.const 0 v128.load offset=42240 i32.const 0 v128.load offset=42256 i32.const 0 v128.load offset=42272
    i32.const 0 v128.load offset=42288 i32.const 0 v128.load offset=42304 i32.const 0 v128.load offset=42320
    i32.const 0 v128.load offset=42336 i32.const 0 v128.load offset=42352 i32.const 0 v128.load offset=42368
    i32.const 0 v128.load offset=42384 i32.const 0 v128.load offset=42400 i32.const 0 v128.load offset=42416
    i32.const 0 v128.load offset=42432 i32.const 0 v128.load offset=42448 i32.const 0 v128.load offset=42464
    i32.const 0 v128.load offset=42480 i32.const 0 v128.load offset=42496 i32.const 0 v128.load offset=42512
    i32.const 0 v128.load offset=42528 i32.const 0 v128.load offset=42544 i32.const 0 v128.load offset=42560
    i32.const 0 v128.load offset=42576 i32.const 0 v128.load offset=42592 i32.const 0 v128.load offset=42608
    i32.const 0 v128.load offset=42624 i32.const 0 v128.load offset=42640 i32.const 0 v128.load offset=42656
    i32.const 0 v128.load offset=42672 i32.const 0 v128.load offset=42688 i32.const 0 v128.load offset=42704
    i32.const 0 v128.load offset=42720 i32.const 0 v128.load offset=42736 i32.const 0 v128.load offset=42752
    i32.const 0 v128.load offset=42768 i32.const 0 v128.load offset=42784 i32.const 0 v128.load offset=42800
    i32.const 0 v128.load offset=42816 i32.const 0 v128.load offset=42832 i32.const 0 v128.load offset=42848
    i32.const 0 v128.load offset=42864 i32.const 0 v128.load offset=42880 i32.const 0 v128.load offset=42896
    i32.const 0 v128.load offset=42912 i32.const 0 v128.load offset=42928 i32.const 0 v128.load offset=42944
    i32.const 0 v128.load offset=42960 i32.const 0 v128.load offset=42976 i32.const 0 v128.load offset=42992
    i32.const 0 v128.load offset=43008 i32.const 0 v128.load offset=43024 i32.const 0 v128.load offset=43040
    i32.const 0 v128.load offset=43056 i32.const 0 v128.load offset=43072 i32.const 0 v128.load offset=43088
    i32.const 0 v128.load offset=43104 i32.const 0 v128.load offset=43120 i32.const 0 v128.load offset=43136
    i32.const 0 v128.load offset=43152 i32.const 0 v128.load offset=43168 i32.const 0 v128.load offset=43184
    i32.const 0 v128.load offset=43200 i32.const 0 v128.load offset=43216 i32.const 0 v128.load offset=43232
    i32.const 0 v128.load offset=43248 i32.const 0 v128.load offset=43264 i32.const 0 v128.load offset=43280
    i32.const 0 v128.load offset=43296 i32.const 0 v128.load offset=43312 i32.const 0 v128.load offset=43328
    i32.const 0 v128.load offset=43344 i32.const 0 v128.load offset=43360 i32.const 0 v128.load offset=43376
    i32.const 0 v128.load offset=43392 i32.const 0 v128.load offset=43408 i32.const 0 v128.load offset=43424
    i32.const 0 v128.load offset=43440 i32.const 0 v128.load offset=43456 i32.const 0 v128.load offset=43472
    i32.const 0 v128.load offset=43488 i32.const 0 v128.load offset=43504 i32.const 0 v128.load offset=43520
    i32.const 0 v128.load offset=43536 i32.const 0 v128.load offset=43552 i32.const 0 v128.load offset=43568
    i32.const 0 v128.load offset=43584 i32.const 0 v128.load offset=43600 i32.const 0 v128.load offset=43616
    i32.const 0 v128.load offset=43632 i32.const 0 v128.load offset=43648 i32.const 0 v128.load offset=43664
    i32.const 0 v128.load offset=43680 i32.const 0 v128.load offset=43696 i32.const 0 v128.load offset=43712
    i32.const 0 v128.load offset=43728 i32.const 0 v128.load offset=43744 i32.const 0 v128.load offset=43760
    i32.const 0 v128.load offset=43776 i32.const 0 v128.load offset=43792 i32.const 0 v128.load offset=43808
    i32.const 0 v128.load offset=43824 i32.const 0 v128.load offset=43840 i32.const 0 v128.load offset=43856
    i32.const 0 v128.load offset=43872 i32.const 0 v128.load offset=43888 i32.const 0 v128.load offset=43904
    i32.const 0 v128.load offset=43920 i32.const 0 v128.load offset=43936 i32.const 0 v128.load offset=43952
    i32.const 0 v128.load offset=43968 i32.const 0 v128.load offset=43984 i32.const 0 v128.load offset=44000
    i32.const 0 v128.load offset=44016 i32.const 0 v128.load offset=44032 i32.const 0 v128.load offset=44048
    i32.const 0 v128.load offset=44064 i32.const 0 v128.load offset=44080 i32.const 0 v128.load offset=44096
    i32.const 0 v128.load offset=44112 i32.const 0 v128.load offset=44128 i32.const 0 v128.load offset=44144
    i32.const 0 v128.load offset=44160 i32.const 0 v128.load offset=44176 i32.const 0 v128.load offset=44192
    i32.const 0 v128.load offset=44208 i32.const 0 v128.load offset=44224 i32.const 0 v128.load offset=44240
    i32.const 0 v128.load offset=44256 i32.const 0 v128.load offset=44272 i32.const 0 v128.load offset=44288
    i32.const 0 v128.load offset=44304 i32.const 0 v128.load offset=44320 i32.const 0 v128.load offset=44336
    i32.const 0 v128.load offset=44352 i32.const 0 v128.load offset=44368 i32.const 0 v128.load offset=44384
    i32.const 0 v128.load offset=44400 i32.const 0 v128.load offset=44416 i32.const 0 v128.load offset=44432
    i32.const 0 v128.load offset=44448 i32.const 0 v128.load offset=44464 i32.const 0 v128.load offset=44480
    i32.const 0 v128.load offset=44496 i32.const 0 v128.load offset=44512 i32.const 0 v128.load offset=44528
    i32.const 0 v128.load offset=44544 i32.const 0 v128.load offset=44560 i32.const 0 v128.load offset=44576
    i32.const 0 v128.load offset=44592 i32.const 0 v128.load offset=44608 i32.const 0 v128.load offset=44624
    i32.const 0 v128.load offset=44640 i32.const 0 v128.load offset=44656 i32.const 0 v128.load offset=44672
    i32.const 0 v128.load offset=44688 i32.const 0 v128.load offset=44704 i32.const 0 v128.load offset=44720
    i32.const 0 v128.load offset=44736 i32.const 0 v128.load offset=44752 i32.const 0 v128.load offset=44768
    i32.const 0 v128.load offset=44784 i32.const 0 v128.load offset=44800 i32.const 0 v128.load offset=44816
    i32.const 0 v128.load offset=44832 i32.const 0 v128.load offset=44848 i32.const 0 v128.load offset=44864
    i32.const 0 v128.load offset=44880 i32.const 0 v128.load offset=44896 i32.const 0 v128.load offset=44912
    i32.const 0 v128.load offset=44928 i32.const 0 v128.load offset=44944 i32.const 0 v128.load offset=44960
    i32.const 0 v128.load offset=44976 i32.const 0 v128.load offset=44992 i32.const 0 v128.load offset=45008
    i32.const 0 v128.load offset=45024 i32.const 0 v128.load offset=45040 i32.const 0 v128.load offset=45056
    i32.const 0 v128.load offset=45072 i32.const 0 v128.load offset=45088 i32.const 0 v128.load offset=45104
    i32.const 0 v128.load offset=45120 i32.const 0 v128.load offset=45136 i32.const 0 v128.load offset=45152
    i32.const 0 v128.load offset=45168 i32.const 0 v128.load offset=45184 i32.const 0 v128.load offset=45200
    i32.const 0 v128.load offset=45216 i32.const 0 v128.load offset=45232 i32.const 0 v128.load offset=45248
    i32.const 0 v128.load offset=45264 i32.const 0 v128.load offset=45280 i32.const 0 v128.load offset=45296
    i32.const 0 v128.load offset=45312 i32.const 0 v128.load offset=45328 i32.const 0 v128.load offset=45344
    i32.const 0 v128.load offset=45360 i32.const 0 v128.load offset=45376 i32.const 0 v128.load offset=45392
    i32.const 0 v128.load offset=45408 i32.const 0 v128.load offset=45424 i32.const 0 v128.load offset=45440
    i32.const 0 v128.load offset=45456 i32.const 0 v128.load offset=45472 i32.const 0 v128.load offset=45488
    i32.const 0 v128.load offset=45504 i32.const 0 v128.load offset=45520 i32.const 0 v128.load offset=45536
    i32.const 0 v128.load offset=45552 i32.const 0 v128.load offset=45568 i32.const 0 v128.load offset=45584
    i32.const 0 v128.load offset=45600 i32.const 0 v128.load offset=45616 i32.const 0 v128.load offset=45632
    i32.const 0 v128.load offset=45648 i32.const 0 v128.load offset=45664 i32.const 0 v128.load offset=45680
    i32.const 0 v128.load offset=45696 i32.const 0 v128.load offset=45712 i32.const 0 v128.load offset=45728
    i32.const 0 v128.load offset=45744 i32.const 0 v128.load offset=45760 i32.const 0 v128.load offset=45776
    i32.const 0 v128.load offset=45792 i32.const 0 v128.load offset=45808 i32.const 0 v128.load offset=45824
    i32.const 0 v128.load offset=45840 i32.const 0 v128.load offset=45856 i32.const 0 v128.load offset=45872
    i32.const 0 v128.load offset=45888 i32.const 0 v128.load offset=45904 i32.const 0 v128.load offset=45920
    i32.const 0 v128.load offset=45936 i32.const 0 v128.load offset=45952 i32.const 0 v128.load offset=45968
    i32.const 0 v128.load offset=45984 i32.const 0 v128.load offset=46000 i32.const 0 v128.load offset=46016
    i32.const 0 v128.load offset=46032 i32.const 0 v128.load offset=46048 i32.const 0 v128.load offset=46064
    i32.const 0 v128.load offset=46080 i32.const 0 v128.load offset=46096 i32.const 0 v128.load offset=46112
    i32.const 0 v128.load offset=46128 i32.const 0 v128.load offset=46144 i32.const 0 v128.load offset=46160
    i32.const 0 v128.load offset=46176 i32.const 0 v128.load offset=46192 i32.const 0 v128.load offset=46208
    i32.const 0 v128.load offset=46224 i32.const 0 v128.load offset=46240 i32.const 0 v128.load offset=46256
    i32.const 0 v128.load offset=46272 i32.const 0 v128.load offset=46288 i32.const 0 v128.load offset=46304
    i32.const 0 v128.load offset=46320 i32.const 0 v128.load offset=46336 i32.const 0 v128.load offset=46352
    i32.const 0 v128.load offset=46368 i32.const 0 v128.load offset=46384 i32.const 0 v128.load offset=46400
    i32.const 0 v128.load offset=46416 i32.const 0 v128.load offset=46432 i32.const 0 v128.load offset=46448
    i32.const 0 v128.load offset=46464 i32.const 0 v128.load offset=46480 i32.const 0 v128.load offset=46496
    i32.const 0 v128.load offset=46512 i32.const 0 v128.load offset=46528 i32.const 0 v128.load offset=46544
    i32.const 0 v128.load offset=46560 i32.const 0 v128.load offset=46576 i32.const 0 v128.load offset=46592
    i32.const 0 v128.load offset=46608 i32.const 0 v128.load offset=46624 i32.const 0 v128.load offset=46640
    i32.const 0 v128.load offset=46656 i32.const 0 v128.load offset=46672 i32.const 0 v128.load offset=46688
    i32.const 0 v128.load offset=46704 i32.const 0 v128.load offset=46720 i32.const 0 v128.load offset=46736
    i32.const 0 v128.load offset=46752 i32.const 0 v128.load offset=46768 i32.const 0 v128.load offset=46784
    i32.const 0 v128.load offset=46800 i32.const 0 v128.load offset=46816 i32.const 0 v128.load offset=46832
    i32.const 0 v128.load offset=46848 i32.const 0 v128.load offset=46864 i32.const 0 v128.load offset=46880
    i32.const 0 v128.load offset=46896 i32.const 0 v128.load offset=46912 i32.const 0 v128.load offset=46928
    i32.const 0 v128.load offset=46944 i32.const 0 v128.load offset=46960 i32.const 0 v128.load offset=46976
    i32.const 0 v128.load offset=46992 i32.const 0 v128.load offset=47008 i32.const 0 v128.load offset=47024
    i32.const 0 v128.load offset=47040 i32.const 0 v128.load offset=47056 i32.const 0 v128.load offset=47072
    i32.const 0 v128.load offset=47088 i32.const 0 v128.load offset=47104 i32.const 0 v128.load offset=47120
    i32.const 0 v128.load offset=47136 i32.const 0 v128.load offset=47152 i32.const 0 v128.load offset=47168
    i32.const 0 v128.load offset=47184 i32.const 0 v128.load offset=47200 i32.const 0 v128.load offset=47216
    i32.const 0 v128.load offset=47232 i32.const 0 v128.load offset=47248 i32.const 0 v128.load offset=47264
    i32.const 0 v128.load offset=47280 i32.const 0 v128.load offset=47296 i32.const 0 v128.load offset=47312
    i32.const 0 v128.load offset=47328 i32.const 0 v128.load offset=47344 i32.const 0 v128.load offset=47360
    i32.const 0 v128.load offset=47376 i32.const 0 v128.load offset=47392 i32.const 0 v128.load offset=47408
    i32.const 0 v128.load offset=47424 i32.const 0 v128.load offset=47440 i32.const 0 v128.load offset=47456
    i32.const 0 v128.load offset=47472 i32.const 0 v128.load offset=47488 i32.const 0 v128.load offset=47504
    i32.const 0 v128.load offset=47520 i32.const 0 v128.load offset=47536 i32.const 0 v128.load offset=47552
    i32.const 0 v128.load offset=47568 i32.const 0 v128.load offset=47584 i32.const 0 v128.load offset=47600
    i32.const 0 v128.load offset=47616 i32.const 0 v128.load offset=47632 i32.const 0 v128.load offset=47648
    i32.const 0 v128.load offset=47664 i32.const 0 v128.load offset=47680 i32.const 0 v128.load offset=47696
    i32.const 0 v128.load offset=47712 i32.const 0 v128.load offset=47728 i32.const 0 v128.load offset=47744
    i32.const 0 v128.load offset=47760 i32.const 0 v128.load offset=47776 i32.const 0 v128.load offset=47792
    i32.const 0 v128.load offset=47808 i32.const 0 v128.load offset=47824 i32.const 0 v128.load offset=47840
    i32.const 0 v128.load offset=47856 i32.const 0 v128.load offset=47872 i32.const 0 v128.load offset=47888
    i32.const 0 v128.load offset=47904 i32.const 0 v128.load offset=47920 i32.const 0 v128.load offset=47936
    i32.const 0 v128.load offset=47952 i32.const 0 v128.load offset=47968 i32.const 0 v128.load offset=47984
    i32.const 0 v128.load offset=48000 i32.const 0 v128.load offset=48016 i32.const 0 v128.load offset=48032
    i32.const 0 v128.load offset=48048 i32.const 0 v128.load offset=48064 i32.const 0 v128.load offset=48080
    i32.const 0 v128.load offset=48096 i32.const 0 v128.load offset=48112 i32.const 0 v128.load offset=48128
    i32.const 0 v128.load offset=48144 i32.const 0 v128.load offset=48160 i32.const 0 v128.load offset=48176
    i32.const 0 v128.load offset=48192 i32.const 0 v128.load offset=48208 i32.const 0 v128.load offset=48224
    i32.const 0 v128.load offset=48240 i32.const 0 v128.load offset=48256 i32.const 0 v128.load offset=48272
    i32.const 0 v128.load offset=48288 i32.const 0 v128.load offset=48304 i32.const 0 v128.load offset=48320
    i32.const 0 v128.load offset=48336 i32.const 0 v128.load offset=48352 i32.const 0 v128.load offset=48368
    i32.const 0 v128.load offset=48384 i32.const 0 v128.load offset=48400 i32.const 0 v128.load offset=48416
    i32.const 0 v128.load offset=48432 i32.const 0 v128.load offset=48448 i32.const 0 v128.load offset=48464
    i32.const 0 v128.load offset=48480 i32.const 0 v128.load offset=48496 i32.const 0 v128.load offset=48512
    i32.const 0 v128.load offset=48528 i32.const 0 v128.load offset=48544 i32.const 0 v128.load offset=48560
    i32.const 0 v128.load offset=48576 i32.const 0 v128.load offset=48592 i32.const 0 v128.load offset=48608
    i32.const 0 v128.load offset=48624 i32.const 0 v128.load offset=48640 i32.const 0 v128.load offset=48656
    i32.const 0 v128.load offset=48672 i32.const 0 v128.load offset=48688 i32.const 0 v128.load offset=48704
    i32.const 0 v128.load offset=48720 i32.const 0 v128.load offset=48736 i32.const 0 v128.load offset=48752
    i32.const 0 v128.load offset=48768 i32.const 0 v128.load offset=48784 i32.const 0 v128.load offset=48800
    i32.const 0 v128.load offset=48816 i32.const 0 v128.load offset=48832 i32.const 0 v128.load offset=48848
    i32.const 0 v128.load offset=48864 i32.const 0 v128.load offset=48880 i32.const 0 v128.load offset=48896
    i32.const 0 v128.load offset=48912 i32.const 0 v128.load offset=48928 i32.const 0 v128.load offset=48944
    i32.const 0 v128.load offset=48960 i32.const 0 v128.load offset=48976 i32.const 0 v128.load offset=48992
    i32.const 0 v128.load offset=49008 i32.const 0 v128.load offset=49024 i32.const 0 v128.load offset=49040
    i32.const 0 v128.load offset=49056 i32.const 0 v128.load offset=49072 i32.const 0 v128.load offset=49088
    i32.const 0 v128.load offset=49104 i32.const 0 v128.load offset=49120 i32.const 0 v128.load offset=49136
    i32.const 0 v128.load offset=49152 i32.const 0 v128.load offset=49168 i32.const 0 v128.load offset=49184
    i32.const 0 v128.load offset=49200 i32.const 0 v128.load offset=49216 i32.const 0 v128.load offset=49232
    i32.const 0 v128.load offset=49248 i32.const 0 v128.load offset=49264 i32.const 0 v128.load offset=49280
    i32.const 0 v128.load offset=49296 i32.const 0 v128.load offset=49312 i32.const 0 v128.load offset=49328
    i32.const 0 v128.load offset=49344 i32.const 0 v128.load offset=49360 i32.const 0 v128.load offset=49376
    i32.const 0 v128.load offset=49392 i32.const 0 v128.load offset=49408 i32.const 0 v128.load offset=49424
    i32.const 0 v128.load offset=49440 i32.const 0 v128.load offset=49456 i32.const 0 v128.load offset=49472
    i32.const 0 v128.load offset=49488 i32.const 0 v128.load offset=49504 i32.const 0 v128.load offset=49520
    i32.const 0 v128.load offset=49536 i32.const 0 v128.load offset=49552 i32.const 0 v128.load offset=49568
    i32.const 0 v128.load offset=49584 i32.const 0 v128.load offset=49600 i32.const 0 v128.load offset=49616
    i32.const 0 v128.load offset=49632 i32.const 0 v128.load offset=49648 i32.const 0 v128.load offset=49664
    i32.const 0 v128.load offset=49680 i32.const 0 v128.load offset=49696 i32.const 0 v128.load offset=49712
    i32.const 0 v128.load offset=49728 i32.const 0 v128.load offset=49744 i32.const 0 v128.load offset=49760
    i32.const 0 v128.load offset=49776 i32.const 0 v128.load offset=49792 i32.const 0 v128.load offset=49808
    i32.const 0 v128.load offset=49824 i32.const 0 v128.load offset=49840 i32.const 0 v128.load offset=49856
    i32.const 0 v128.load offset=49872 i32.const 0 v128.load offset=49888 i32.const 0 v128.load offset=49904
    i32.const 0 v128.load offset=49920 i32.const 0 v128.load offset=49936 i32.const 0 v128.load offset=49952
    i32.const 0 v128.load offset=49968 i32.const 0 v128.load offset=49984 i32.const 0 v128.load offset=50000
    i32.const 0 v128.load offset=50016 i32.const 0 v128.load offset=50032 i32.const 0 v128.load offset=50048
    i32.const 0 v128.load offset=50064 i32.const 0 v128.load offset=50080 i32.const 0 v128.load offset=50096
    i32.const 0 v128.load offset=50112 i32.const 0 v128.load offset=50128 i32.const 0 v128.load offset=50144
    i32.const 0 v128.load offset=50160 i32.const 0 v128.load offset=50176 i32.const 0 v128.load offset=50192
    i32.const 0 v128.load offset=50208 i32.const 0 v128.load offset=50224 i32.const 0 v128.load offset=50240
    i32.const 0 v128.load offset=50256 i32.const 0 v128.load offset=50272 i32.const 0 v128.load offset=50288
    i32.const 0 v128.load offset=50304 i32.const 0 v128.load offset=50320 i32.const 0 v128.load offset=50336
    i32.const 0 v128.load offset=50352 i32.const 0 v128.load offset=50368 i32.const 0 v128.load offset=50384
    i32.const 0 v128.load offset=50400 i32.const 0 v128.load offset=50416 i32.const 0 v128.load offset=50432
    i32.const 0 v128.load offset=50448 i32.const 0 v128.load offset=50464 i32.const 0 v128.load offset=50480
    i32.const 0 v128.load offset=50496 i32.const 0 v128.load offset=50512 i32.const 0 v128.load offset=50528
    i32.const 0 v128.load offset=50544 i32.const 0 v128.load offset=50560 i32.const 0 v128.load offset=50576
    i32.const 0 v128.load offset=50592 i32.const 0 v128.load offset=50608 i32.const 0 v128.load offset=50624
    i32.const 0 v128.load offset=50640 i32.const 0 v128.load offset=50656 i32.const 0 v128.load offset=50672
    i32.const 0 v128.load offset=50688 i32.const 0 v128.load offset=50704 i32.const 0 v128.load offset=50720
    i32.const 0 v128.load offset=50736 i32.const 0 v128.load offset=50752 i32.const 0 v128.load offset=50768
    i32.const 0 v128.load offset=50784 i32.const 0 v128.load offset=50800 i32.const 0 v128.load offset=50816
    i32.const 0 v128.load offset=50832 i32.const 0 v128.load offset=50848 i32.const 0 v128.load offset=50864
    i32.const 0 v128.load offset=50880 i32.const 0 v128.load offset=50896 i32.const 0 v128.load offset=50912
    i32.const 0 v128.load offset=50928 i32.const 0 v128.load offset=50944 i32.const 0 v128.load offset=50960
    i32.const 0 v128.load offset=50976 i32.const 0 v128.load offset=50992 i32.const 0 v128.load offset=51008
    i32.const 0 v128.load offset=51024 i32.const 0 v128.load offset=51040 i32.const 0 v128.load offset=51056
    i32.const 0 v128.load offset=51072 i32.const 0 v128.load offset=51088 i32.const 0 v128.load offset=51104
    i32.const 0 v128.load offset=51120 i32.const 0 v128.load offset=51136 i32.const 0 v128.load offset=51152
    i32.const 0 v128.load offset=51168 i32.const 0 v128.load offset=51184 i32.const 0 v128.load offset=51200
    i32.const 0 v128.load offset=51216 i32.const 0 v128.load offset=51232 i32.const 0 v128.load offset=51248
    i32.const 0 v128.load offset=51264 i32.const 0 v128.load offset=51280 i32.const 0 v128.load offset=51296
    i32.const 0 v128.load offset=51312 i32.const 0 v128.load offset=51328 i32.const 0 v128.load offset=51344
    i32.const 0 v128.load offset=51360 i32.const 0 v128.load offset=51376 i32.const 0 v128.load offset=51392
    i32.const 0 v128.load offset=51408 i32.const 0 v128.load offset=51424 i32.const 0 v128.load offset=51440
    i32.const 0 v128.load offset=51456 i32.const 0 v128.load offset=51472 i32.const 0 v128.load offset=51488
    i32.const 0 v128.load offset=51504 i32.const 0 v128.load offset=51520 i32.const 0 v128.load offset=51536
    i32.const 0 v128.load offset=51552 i32.const 0 v128.load offset=51568 i32.const 0 v128.load offset=51584
    i32.const 0 v128.load offset=51600 i32.const 0 v128.load offset=51616 i32.const 0 v128.load offset=51632
    i32.const 0 v128.load offset=51648 i32.const 0 v128.load offset=51664 i32.const 0 v128.load offset=51680
    i32.const 0 v128.load offset=51696 i32.const 0 v128.load offset=51712 i32.const 0 v128.load offset=51728
    i32.const 0 v128.load offset=51744 i32.const 0 v128.load offset=51760 i32.const 0 v128.load offset=51776
    i32.const 0 v128.load offset=51792 i32.const 0 v128.load offset=51808 i32.const 0 v128.load offset=51824
    i32.const 0 v128.load offset=51840 i32.const 0 v128.load offset=51856 i32.const 0 v128.load offset=51872
    i32.const 0 v128.load offset=51888 i32.const 0 v128.load offset=51904 i32.const 0 v128.load offset=51920
    i32.const 0 v128.load offset=51936 i32.const 0 v128.load offset=51952 i32.const 0 v128.load offset=51968
    i32.const 0 v128.load offset=51984 i32.const 0 v128.load offset=52000 i32.const 0 v128.load offset=52016
    i32.const 0 v128.load offset=52032 i32.const 0 v128.load offset=52048 i32.const 0 v128.load offset=52064
    i32.const 0 v128.load offset=52080 i32.const 0 v128.load offset=52096 i32.const 0 v128.load offset=52112
    i32.const 0 v128.load offset=52128 i32.const 0 v128.load offset=52144 i32.const 0 v128.load offset=52160
    i32.const 0 v128.load offset=52176 i32.const 0 v128.load offset=52192 i32.const 0 v128.load offset=52208
    i32.const 0 v128.load offset=52224 i32.const 0 v128.load offset=52240 i32.const 0 v128.load offset=52256
    i32.const 0 v128.load offset=52272 i32.const 0 v128.load offset=52288 i32.const 0 v128.load offset=52304
    i32.const 0 v128.load offset=52320 i32.const 0 v128.load offset=52336 i32.const 0 v128.load offset=52352
    i32.const 0 v128.load offset=52368 i32.const 0 v128.load offset=52384 i32.const 0 v128.load offset=52400
    i32.const 0 v128.load offset=52416 i32.const 0 v128.load offset=52432 i32.const 0 v128.load offset=52448
    i32.const 0 v128.load offset=52464 i32.const 0 v128.load offset=52480 i32.const 0 v128.load offset=52496
    i32.const 0 v128.load offset=52512 i32.const 0 v128.load offset=52528 i32.const 0 v128.load offset=52544
    i32.const 0 v128.load offset=52560 i32.const 0 v128.load offset=52576 i32.const 0 v128.load offset=52592
    i32.const 0 v128.load offset=52608 i32.const 0 v128.load offset=52624 i32.const 0 v128.load offset=52640
    i32.const 0 v128.load offset=52656 i32.const 0 v128.load offset=52672 i32.const 0 v128.load offset=52688
    i32.const 0 v128.load offset=52704 i32.const 0 v128.load offset=52720 i32.const 0 v128.load offset=52736
    i32.const 0 v128.load offset=52752 i32.const 0 v128.load offset=52768 i32.const 0 v128.load offset=52784
    i32.const 0 v128.load offset=52800 i32.const 0 v128.load offset=52816 i32.const 0 v128.load offset=52832
    i32.const 0 v128.load offset=52848 i32.const 0 v128.load offset=52864 i32.const 0 v128.load offset=52880
    i32.const 0 v128.load offset=52896 i32.const 0 v128.load offset=52912 i32.const 0 v128.load offset=52928
    i32.const 0 v128.load offset=52944 i32.const 0 v128.load offset=52960 i32.const 0 v128.load offset=52976
    i32.const 0 v128.load offset=52992 i32.const 0 v128.load offset=53008 i32.const 0 v128.load offset=53024
    i32.const 0 v128.load offset=53040 i32.const 0 v128.load offset=53056 i32.const 0 v128.load offset=53072
    i32.const 0 v128.load offset=53088 i32.const 0 v128.load offset=53104 i32.const 0 v128.load offset=53120
    i32.const 0 v128.load offset=53136 i32.const 0 v128.load offset=53152 i32.const 0 v128.load offset=53168
    i32.const 0 v128.load offset=53184 i32.const 0 v128.load offset=53200 i32.const 0 v128.load offset=53216
    i32.const 0 v128.load offset=53232 i32.const 0 v128.load offset=53248 i32.const 0 v128.load offset=53264
    i32.const 0 v128.load offset=53280 i32.const 0 v128.load offset=53296 i32.const 0 v128.load offset=53312
    i32.const 0 v128.load offset=53328 i32.const 0 v128.load offset=53344 i32.const 0 v128.load offset=53360
    i32.const 0 v128.load offset=53376 i32.const 0 v128.load offset=53392 i32.const 0 v128.load offset=53408
    i32.const 0 v128.load offset=53424 i32.const 0 v128.load offset=53440 i32.const 0 v128.load offset=53456
    i32.const 0 v128.load offset=53472 i32.const 0 v128.load offset=53488 i32.const 0 v128.load offset=53504
    i32.const 0 v128.load offset=53520 i32.const 0 v128.load offset=53536 i32.const 0 v128.load offset=53552
    i32.const 0 v128.load offset=53568 i32.const 0 v128.load offset=53584 i32.const 0 v128.load offset=53600
    i32.const 0 v128.load offset=53616 i32.const 0 v128.load offset=53632 i32.const 0 v128.load offset=53648
    i32.const 0 v128.load offset=53664 i32.const 0 v128.load offset=53680 i32.const 0 v128.load offset=53696
    i32.const 0 v128.load offset=53712 i32.const 0 v128.load offset=53728 i32.const 0 v128.load offset=53744
    i32.const 0 v128.load offset=53760 i32.const 0 v128.load offset=53776 i32.const 0 v128.load offset=53792
    i32.const 0 v128.load offset=53808 i32.const 0 v128.load offset=53824 i32.const 0 v128.load offset=53840
    i32.const 0 v128.load offset=53856 i32.const 0 v128.load offset=53872 i32.const 0 v128.load offset=53888
    i32.const 0 v128.load offset=53904 i32.const 0 v128.load offset=53920 i32.const 0 v128.load offset=53936
    i32.const 0 v128.load offset=53952 i32.const 0 v128.load offset=53968 i32.const 0 v128.load offset=53984
    i32.const 0 v128.load offset=54000 i32.const 0 v128.load offset=54016 i32.const 0 v128.load offset=54032
    i32.const 0 v128.load offset=54048 i32.const 0 v128.load offset=54064 i32.const 0 v128.load offset=54080
    i32.const 0 v128.load offset=54096 i32.const 0 v128.load offset=54112 i32.const 0 v128.load offset=54128
    i32.const 0 v128.load offset=54144 i32.const 0 v128.load offset=54160 i32.const 0 v128.load offset=54176
    i32.const 0 v128.load offset=54192 i32.const 0 v128.load offset=54208 i32.const 0 v128.load offset=54224
    i32.const 0 v128.load offset=54240 i32.const 0 v128.load offset=54256 i32.const 0 v128.load offset=54272
    i32.const 0 v128.load offset=54288 i32.const 0 v128.load offset=54304 i32.const 0 v128.load offset=54320
    i32.const 0 v128.load offset=54336 i32.const 0 v128.load offset=54352 i32.const 0 v128.load offset=54368
    i32.const 0 v128.load offset=54384 i32.const 0 v128.load offset=54400 i32.const 0 v128.load offset=54416
    i32.const 0 v128.load offset=54432 i32.const 0 v128.load offset=54448 i32.const 0 v128.load offset=54464
    i32.const 0 v128.load offset=54480 i32.const 0 v128.load offset=54496 i32.const 0 v128.load offset=54512
    i32.const 0 v128.load offset=54528 i32.const 0 v128.load offset=54544 i32.const 0 v128.load offset=54560
    i32.const 0 v128.load offset=54576 i32.const 0 v128.load offset=54592 i32.const 0 v128.load offset=54608
    i32.const 0 v128.load offset=54624 i32.const 0 v128.load offset=54640 i32.const 0 v128.load offset=54656
    i32.const 0 v128.load offset=54672 i32.const 0 v128.load offset=54688 i32.const 0 v128.load offset=54704
    i32.const 0 v128.load offset=54720 i32.const 0 v128.load offset=54736 i32.const 0 v128.load offset=54752
    i32.const 0 v128.load offset=54768 i32.const 0 v128.load offset=54784 i32.const 0 v128.load offset=54800
    i32.const 0 v128.load offset=54816 i32.const 0 v128.load offset=54832 i32.const 0 v128.load offset=54848
    i32.const 0 v128.load offset=54864 i32.const 0 v128.load offset=54880 i32.const 0 v128.load offset=54896
    i32.const 0 v128.load offset=54912 i32.const 0 v128.load offset=54928 i32.const 0 v128.load offset=54944
    i32.const 0 v128.load offset=54960 i32.const 0 v128.load offset=54976 i32.const 0 v128.load offset=54992
    i32.const 0 v128.load offset=55008 i32.const 0 v128.load offset=55024 i32.const 0 v128.load offset=55040
    i32.const 0 v128.load offset=55056 i32.const 0 v128.load offset=55072 i32.const 0 v128.load offset=55088
    i32.const 0 v128.load offset=55104 i32.const 0 v128.load offset=55120 i32.const 0 v128.load offset=55136
    i32.const 0 v128.load offset=55152 i32.const 0 v128.load offset=55168 i32.const 0 v128.load offset=55184
    i32.const 0 v128.load offset=55200 i32.const 0 v128.load offset=55216 i32.const 0 v128.load offset=55232
    i32.const 0 v128.load offset=55248 i32.const 0 v128.load offset=55264 i32.const 0 v128.load offset=55280
    i32.const 0 v128.load offset=55296 i32.const 0 v128.load offset=55312 i32.const 0 v128.load offset=55328
    i32.const 0 v128.load offset=55344 i32.const 0 v128.load offset=55360 i32.const 0 v128.load offset=55376
    i32.const 0 v128.load offset=55392 i32.const 0 v128.load offset=55408 i32.const 0 v128.load offset=55424
    i32.const 0 v128.load offset=55440 i32.const 0 v128.load offset=55456 i32.const 0 v128.load offset=55472
    i32.const 0 v128.load offset=55488 i32.const 0 v128.load offset=55504 i32.const 0 v128.load offset=55520
    i32.const 0 v128.load offset=55536 i32.const 0 v128.load offset=55552 i32.const 0 v128.load offset=55568
    i32.const 0 v128.load offset=55584 i32.const 0 v128.load offset=55600 i32.const 0 v128.load offset=55616
    i32.const 0 v128.load offset=55632 i32.const 0 v128.load offset=55648 i32.const 0 v128.load offset=55664
    i32.const 0 v128.load offset=55680 i32.const 0 v128.load offset=55696 i32.const 0 v128.load offset=55712
    i32.const 0 v128.load offset=55728 i32.const 0 v128.load offset=55744 i32.const 0 v128.load offset=55760
    i32.const 0 v128.load offset=55776 i32.const 0 v128.load offset=55792 i32.const 0 v128.load offset=55808
    i32.const 0 v128.load offset=55824 i32.const 0 v128.load offset=55840 i32.const 0 v128.load offset=55856
    i32.const 0 v128.load offset=55872 i32.const 0 v128.load offset=55888 i32.const 0 v128.load offset=55904
    i32.const 0 v128.load offset=55920 i32.const 0 v128.load offset=55936 i32.const 0 v128.load offset=55952
    i32.const 0 v128.load offset=55968 i32.const 0 v128.load offset=55984 i32.const 0 v128.load offset=56000
    i32.const 0 v128.load offset=56016 i32.const 0 v128.load offset=56032 i32.const 0 v128.load offset=56048
    i32.const 0 v128.load offset=56064 i32.const 0 v128.load offset=56080 i32.const 0 v128.load offset=56096
    i32.const 0 v128.load offset=56112 i32.const 0 v128.load offset=56128 i32.const 0 v128.load offset=56144
    i32.const 0 v128.load offset=56160 i32.const 0 v128.load offset=56176 i32.const 0 v128.load offset=56192
    i32.const 0 v128.load offset=56208 i32.const 0 v128.load offset=56224 i32.const 0 v128.load offset=56240
    i32.const 0 v128.load offset=56256 i32.const 0 v128.load offset=56272 i32.const 0 v128.load offset=56288
    i32.const 0 v128.load offset=56304 i32.const 0 v128.load offset=56320 i32.const 0 v128.load offset=56336
    i32.const 0 v128.load offset=56352 i32.const 0 v128.load offset=56368 i32.const 0 v128.load offset=56384
    i32.const 0 v128.load offset=56400 i32.const 0 v128.load offset=56416 i32.const 0 v128.load offset=56432
    i32.const 0 v128.load offset=56448 i32.const 0 v128.load offset=56464 i32.const 0 v128.load offset=56480
    i32.const 0 v128.load offset=56496 i32.const 0 v128.load offset=56512 i32.const 0 v128.load offset=56528
    i32.const 0 v128.load offset=56544 i32.const 0 v128.load offset=56560 i32.const 0 v128.load offset=56576
    i32.const 0 v128.load offset=56592 i32.const 0 v128.load offset=56608 i32.const 0 v128.load offset=56624
    i32.const 0 v128.load offset=56640 i32.const 0 v128.load offset=56656 i32.const 0 v128.load offset=56672
    i32.const 0 v128.load offset=56688 i32.const 0 v128.load offset=56704 i32.const 0 v128.load offset=56720
    i32.const 0 v128.load offset=56736 i32.const 0 v128.load offset=56752 i32.const 0 v128.load offset=56768
    i32.const 0 v128.load offset=56784 i32.const 0 v128.load offset=56800 i32.const 0 v128.load offset=56816
    i32.const 0 v128.load offset=56832 i32.const 0 v128.load offset=56848 i32.const 0 v128.load offset=56864
    i32.const 0 v128.load offset=56880 i32.const 0 v128.load offset=56896 i32.const 0 v128.load offset=56912
    i32.const 0 v128.load offset=56928 i32.const 0 v128.load offset=56944 i32.const 0 v128.load offset=56960
    i32.const 0 v128.load offset=56976 i32.const 0 v128.load offset=56992 i32.const 0 v128.load offset=57008
    i32.const 0 v128.load offset=57024 i32.const 0 v128.load offset=57040 i32.const 0 v128.load offset=57056
    i32.const 0 v128.load offset=57072 i32.const 0 v128.load offset=57088 i32.const 0 v128.load offset=57104
    i32.const 0 v128.load offset=57120 i32.const 0 v128.load offset=57136 i32.const 0 v128.load offset=57152
    i32.const 0 v128.load offset=57168 i32.const 0 v128.load offset=57184 i32.const 0 v128.load offset=57200
    i32.const 0 v128.load offset=57216 i32.const 0 v128.load offset=57232 i32.const 0 v128.load offset=57248
    i32.const 0 v128.load offset=57264 i32.const 0 v128.load offset=57280 i32.const 0 v128.load offset=57296
    i32.const 0 v128.load offset=57312 i32.const 0 v128.load offset=57328 i32.const 0 v128.load offset=57344
    i32.const 0 v128.load offset=57360 i32.const 0 v128.load offset=57376 i32.const 0 v128.load offset=57392
    i32.const 0 v128.load offset=57408 i32.const 0 v128.load offset=57424 i32.const 0 v128.load offset=57440
    i32.const 0 v128.load offset=57456 i32.const 0 v128.load offset=57472 i32.const 0 v128.load offset=57488
    i32.const 0 v128.load offset=57504 i32.const 0 v128.load offset=57520 i32.const 0 v128.load offset=57536
    i32.const 0 v128.load offset=57552 i32.const 0 v128.load offset=57568 i32.const 0 v128.load offset=57584
    i32.const 0 v128.load offset=57600 i32.const 0 v128.load offset=57616 i32.const 0 v128.load offset=57632
    i32.const 0 v128.load offset=57648 i32.const 0 v128.load offset=57664 i32.const 0 v128.load offset=57680
    i32.const 0 v128.load offset=57696 i32.const 0 v128.load offset=57712 i32.const 0 v128.load offset=57728
    i32.const 0 v128.load offset=57744 i32.const 0 v128.load offset=57760 i32.const 0 v128.load offset=57776
    i32.const 0 v128.load offset=57792 i32.const 0 v128.load offset=57808 i32.const 0 v128.load offset=57824
    i32.const 0 v128.load offset=57840 i32.const 0 v128.load offset=57856 i32.const 0 v128.load offset=57872
    i32.const 0 v128.load offset=57888 i32.const 0 v128.load offset=57904 i32.const 0 v128.load offset=57920
    i32.const 0 v128.load offset=57936 i32.const 0 v128.load offset=57952 i32.const 0 v128.load offset=57968
    i32.const 0 v128.load offset=57984 i32.const 0 v128.load offset=58000 i32.const 0 v128.load offset=58016
    i32.const 0 v128.load offset=58032 i32.const 0 v128.load offset=58048 i32.const 0 v128.load offset=58064
    i32.const 0 v128.load offset=58080 i32.const 0 v128.load offset=58096 i32.const 0 v128.load offset=58112
    i32.const 0 v128.load offset=58128 i32.const 0 v128.load offset=58144 i32.const 0 v128.load offset=58160
    i32.const 0 v128.load offset=58176 i32.const 0 v128.load offset=58192 i32.const 0 v128.load offset=58208
    i32.const 0 v128.load offset=58224 i32.const 0 v128.load offset=58240 i32.const 0 v128.load offset=58256
    i32.const 0 v128.load offset=58272 i32.const 0 v128.load offset=58288 i32.const 0 v128.load offset=58304
    i32.const 0 v128.load offset=58320 i32.const 0 v128.load offset=58336 i32.const 0 v128.load offset=58352
    i32.const 0 v128.load offset=58368 i32.const 0 v128.load offset=58384 i32.const 0 v128.load offset=58400
    i32.const 0 v128.load offset=58416 i32.const 0 v128.load offset=58432 i32.const 0 v128.load offset=58448
    i32.const 0 v128.load offset=58464 i32.const 0 v128.load offset=58480 i32.const 0 v128.load offset=58496
    i32.const 0 v128.load offset=58512 i32.const 0 v128.load offset=58528 i32.const 0 v128.load offset=58544
    i32.const 0 v128.load offset=58560 i32.const 0 v128.load offset=58576 i32.const 0 v128.load offset=58592
    i32.const 0 v128.load offset=58608 i32.const 0 v128.load offset=58624 i32.const 0 v128.load offset=58640
    i32.const 0 v128.load offset=58656 i32.const 0 v128.load offset=58672 i32.const 0 v128.load offset=58688
    i32.const 0 v128.load offset=58704 i32.const 0 v128.load offset=58720 i32.const 0 v128.load offset=58736
    i32.const 0 v128.load offset=58752 i32.const 0 v128.load offset=58768 i32.const 0 v128.load offset=58784
    i32.const 0 v128.load offset=58800 i32.const 0 v128.load offset=58816 i32.const 0 v128.load offset=58832
    i32.const 0 v128.load offset=58848 i32.const 0 v128.load offset=58864 i32.const 0 v128.load offset=58880
    i32.const 0 v128.load offset=58896 i32.const 0 v128.load offset=58912 i32.const 0 v128.load offset=58928
    i32.const 0 v128.load offset=58944 i32.const 0 v128.load offset=58960 i32.const 0 v128.load offset=58976
    i32.const 0 v128.load offset=58992 i32.const 0 v128.load offset=59008 i32.const 0 v128.load offset=59024
    i32.const 0 v128.load offset=59040 i32.const 0 v128.load offset=59056 i32.const 0 v128.load offset=59072
    i32.const 0 v128.load offset=59088 i32.const 0 v128.load offset=59104 i32.const 0 v128.load offset=59120
    i32.const 0 v128.load offset=59136 i32.const 0 v128.load offset=59152 i32.const 0 v128.load offset=59168
    i32.const 0 v128.load offset=59184 i32.const 0 v128.load offset=59200 i32.const 0 v128.load offset=59216
    i32.const 0 v128.load offset=59232 i32.const 0 v128.load offset=59248 i32.const 0 v128.load offset=59264
    i32.const 0 v128.load offset=59280 i32.const 0 v128.load offset=59296 i32.const 0 v128.load offset=59312
    i32.const 0 v128.load offset=59328 i32.const 0 v128.load offset=59344 i32.const 0 v128.load offset=59360
    i32.const 0 v128.load offset=59376 i32.const 0 v128.load offset=59392 i32.const 0 v128.load offset=59408
    i32.const 0 v128.load offset=59424 i32.const 0 v128.load offset=59440 i32.const 0 v128.load offset=59456
    i32.const 0 v128.load offset=59472 i32.const 0 v128.load offset=59488 i32.const 0 v128.load offset=59504
    i32.const 0 v128.load offset=59520 i32.const 0 v128.load offset=59536 i32.const 0 v128.load offset=59552
    i32.const 0 v128.load offset=59568 i32.const 0 v128.load offset=59584 i32.const 0 v128.load offset=59600
    i32.const 0 v128.load offset=59616 i32.const 0 v128.load offset=59632 i32.const 0 v128.load offset=59648
    i32.const 0 v128.load offset=59664 i32.const 0 v128.load offset=59680 i32.const 0 v128.load offset=59696
    i32.const 0 v128.load offset=59712 i32.const 0 v128.load offset=59728 i32.const 0 v128.load offset=59744
    i32.const 0 v128.load offset=59760 i32.const 0 v128.load offset=59776 i32.const 0 v128.load offset=59792
    i32.const 0 v128.load offset=59808 i32.const 0 v128.load offset=59824 i32.const 0 v128.load offset=59840
    i32.const 0 v128.load offset=59856 i32.const 0 v128.load offset=59872 i32.const 0 v128.load offset=59888
    i32.const 0 v128.load offset=59904 i32.const 0 v128.load offset=59920 i32.const 0 v128.load offset=59936
    i32.const 0 v128.load offset=59952 i32.const 0 v128.load offset=59968 i32.const 0 v128.load offset=59984
    i32.const 0 v128.load offset=60000 i32.const 0 v128.load offset=60016 i32.const 0 v128.load offset=60032
    i32.const 0 v128.load offset=60048 i32.const 0 v128.load offset=60064 i32.const 0 v128.load offset=60080
    i32.const 0 v128.load offset=60096 i32.const 0 v128.load offset=60112 i32.const 0 v128.load offset=60128
    i32.const 0 v128.load offset=60144 i32.const 0 v128.load offset=60160 i32.const 0 v128.load offset=60176
    i32.const 0 v128.load offset=60192 i32.const 0 v128.load offset=60208 i32.const 0 v128.load offset=60224
    i32.const 0 v128.load offset=60240 i32.const 0 v128.load offset=60256 i32.const 0 v128.load offset=60272
    i32.const 0 v128.load offset=60288 i32.const 0 v128.load offset=60304 i32.const 0 v128.load offset=60320
    i32.const 0 v128.load offset=60336 i32.const 0 v128.load offset=60352 i32.const 0 v128.load offset=60368
    i32.const 0 v128.load offset=60384 i32.const 0 v128.load offset=60400 i32.const 0 v128.load offset=60416
    i32.const 0 v128.load offset=60432 i32.const 0 v128.load offset=60448 i32.const 0 v128.load offset=60464
    i32.const 0 v128.load offset=60480 i32.const 0 v128.load offset=60496 i32.const 0 v128.load offset=60512
    i32.const 0 v128.load offset=60528 i32.const 0 v128.load offset=60544 i32.const 0 v128.load offset=60560
    i32.const 0 v128.load offset=60576 i32.const 0 v128.load offset=60592 i32.const 0 v128.load offset=60608
    i32.const 0 v128.load offset=60624 i32.const 0 v128.load offset=60640 i32.const 0 v128.load offset=60656
    i32.const 0 v128.load offset=60672 i32.const 0 v128.load offset=60688 i32.const 0 v128.load offset=60704
    i32.const 0 v128.load offset=60720 i32.const 0 v128.load offset=60736 i32.const 0 v128.load offset=60752
    i32.const 0 v128.load offset=60768 i32.const 0 v128.load offset=60784 i32.const 0 v128.load offset=60800
    i32.const 0 v128.load offset=60816 i32.const 0 v128.load offset=60832 i32.const 0 v128.load offset=60848
    i32.const 0 v128.load offset=60864 i32.const 0 v128.load offset=60880 i32.const 0 v128.load offset=60896
    i32.const 0 v128.load offset=60912 i32.const 0 v128.load offset=60928 i32.const 0 v128.load offset=60944
    i32.const 0 v128.load offset=60960 i32.const 0 v128.load offset=60976 i32.const 0 v128.load offset=60992
    i32.const 0 v128.load offset=61008 i32.const 0 v128.load offset=61024 i32.const 0 v128.load offset=61040
    i32.const 0 v128.load offset=61056 i32.const 0 v128.load offset=61072 i32.const 0 v128.load offset=61088
    i32.const 0 v128.load offset=61104 i32.const 0 v128.load offset=61120 i32.const 0 v128.load offset=61136
    i32.const 0 v128.load offset=61152 i32.const 0 v128.load offset=61168 i32.const 0 v128.load offset=61184
    i32.const 0 v128.load offset=61200 i32.const 0 v128.load offset=61216 i32.const 0 v128.load offset=61232
    i32.const 0 v128.load offset=61248 i32.const 0 v128.load offset=61264 i32.const 0 v128.load offset=61280
    i32.const 0 v128.load offset=61296 i32.const 0 v128.load offset=61312 i32.const 0 v128.load offset=61328
    i32.const 0 v128.load offset=61344 i32.const 0 v128.load offset=61360 i32.const 0 v128.load offset=61376
    i32.const 0 v128.load offset=61392 i32.const 0 v128.load offset=61408 i32.const 0 v128.load offset=61424
    i32.const 0 v128.load offset=61440 i32.const 0 v128.load offset=61456 i32.const 0 v128.load offset=61472
    i32.const 0 v128.load offset=61488 i32.const 0 v128.load offset=61504 i32.const 0 v128.load offset=61520
    i32.const 0 v128.load offset=61536 i32.const 0 v128.load offset=61552 i32.const 0 v128.load offset=61568
    i32.const 0 v128.load offset=61584 i32.const 0 v128.load offset=61600 i32.const 0 v128.load offset=61616
    i32.const 0 v128.load offset=61632 i32.const 0 v128.load offset=61648 i32.const 0 v128.load offset=61664
    i32.const 0 v128.load offset=61680 i32.const 0 v128.load offset=61696 i32.const 0 v128.load offset=61712
    i32.const 0 v128.load offset=61728 i32.const 0 v128.load offset=61744 i32.const 0 v128.load offset=61760
    i32.const 0 v128.load offset=61776 i32.const 0 v128.load offset=61792 i32.const 0 v128.load offset=61808
    i32.const 0 v128.load offset=61824 i32.const 0 v128.load offset=61840 i32.const 0 v128.load offset=61856
    i32.const 0 v128.load offset=61872 i32.const 0 v128.load offset=61888 i32.const 0 v128.load offset=61904
    i32.const 0 v128.load offset=61920 i32.const 0 v128.load offset=61936 i32.const 0 v128.load offset=61952
    i32.const 0 v128.load offset=61968 i32.const 0 v128.load offset=61984 i32.const 0 v128.load offset=62000
    i32.const 0 v128.load offset=62016 i32.const 0 v128.load offset=62032 i32.const 0 v128.load offset=62048
    i32.const 0 v128.load offset=62064 i32.const 0 v128.load offset=62080 i32.const 0 v128.load offset=62096
    i32.const 0 v128.load offset=62112 i32.const 0 v128.load offset=62128 i32.const 0 v128.load offset=62144
    i32.const 0 v128.load offset=62160 i32.const 0 v128.load offset=62176 i32.const 0 v128.load offset=62192
    i32.const 0 v128.load offset=62208 i32.const 0 v128.load offset=62224 i32.const 0 v128.load offset=62240
    i32.const 0 v128.load offset=62256 i32.const 0 v128.load offset=62272 i32.const 0 v128.load offset=62288
    i32.const 0 v128.load offset=62304 i32.const 0 v128.load offset=62320 i32.const 0 v128.load offset=62336
    i32.const 0 v128.load offset=62352 i32.const 0 v128.load offset=62368 i32.const 0 v128.load offset=62384
    i32.const 0 v128.load offset=62400 i32.const 0 v128.load offset=62416 i32.const 0 v128.load offset=62432
    i32.const 0 v128.load offset=62448 i32.const 0 v128.load offset=62464 i32.const 0 v128.load offset=62480
    i32.const 0 v128.load offset=62496 i32.const 0 v128.load offset=62512 i32.const 0 v128.load offset=62528
    i32.const 0 v128.load offset=62544 i32.const 0 v128.load offset=62560 i32.const 0 v128.load offset=62576
    i32.const 0 v128.load offset=62592 i32.const 0 v128.load offset=62608 i32.const 0 v128.load offset=62624
    i32.const 0 v128.load offset=62640 i32.const 0 v128.load offset=62656 i32.const 0 v128.load offset=62672
    i32.const 0 v128.load offset=62688 i32.const 0 v128.load offset=62704 i32.const 0 v128.load offset=62720
    i32.const 0 v128.load offset=62736 i32.const 0 v128.load offset=62752 i32.const 0 v128.load offset=62768
    i32.const 0 v128.load offset=62784 i32.const 0 v128.load offset=62800 i32.const 0 v128.load offset=62816
    i32.const 0 v128.load offset=62832 i32.const 0 v128.load offset=62848 i32.const 0 v128.load offset=62864
    i32.const 0 v128.load offset=62880 i32.const 0 v128.load offset=62896 i32.const 0 v128.load offset=62912
    i32.const 0 v128.load offset=62928 i32.const 0 v128.load offset=62944 i32.const 0 v128.load offset=62960
    i32.const 0 v128.load offset=62976 i32.const 0 v128.load offset=62992 i32.const 0 v128.load offset=63008
    i32.const 0 v128.load offset=63024 i32.const 0 v128.load offset=63040 i32.const 0 v128.load offset=63056
    i32.const 0 v128.load offset=63072 i32.const 0 v128.load offset=63088 i32.const 0 v128.load offset=63104
    i32.const 0 v128.load offset=63120 i32.const 0 v128.load offset=63136 i32.const 0 v128.load offset=63152
    i32.const 0 v128.load offset=63168 i32.const 0 v128.load offset=63184 i32.const 0 v128.load offset=63200
    i32.const 0 v128.load offset=63216 i32.const 0 v128.load offset=63232 i32.const 0 v128.load offset=63248
    i32.const 0 v128.load offset=63264 i32.const 0 v128.load offset=63280 i32.const 0 v128.load offset=63296
    i32.const 0 v128.load offset=63312 i32.const 0 v128.load offset=63328 i32.const 0 v128.load offset=63344
    i32.const 0 v128.load offset=63360 i32.const 0 v128.load offset=63376 i32.const 0 v128.load offset=63392
    i32.const 0 v128.load offset=63408 i32.const 0 v128.load offset=63424 i32.const 0 v128.load offset=63440
    i32.const 0 v128.load offset=63456 i32.const 0 v128.load offset=63472 i32.const 0 v128.load offset=63488
    i32.const 0 v128.load offset=63504 i32.const 0 v128.load offset=63520 i32.const 0 v128.load offset=63536
    i32.const 0 v128.load offset=63552 i32.const 0 v128.load offset=63568 i32.const 0 v128.load offset=63584
    i32.const 0 v128.load offset=63600 i32.const 0 v128.load offset=63616 i32.const 0 v128.load offset=63632
    i32.const 0 v128.load offset=63648 i32.const 0 v128.load offset=63664 i32.const 0 v128.load offset=63680
    i32.const 0 v128.load offset=63696 i32.const 0 v128.load offset=63712 i32.const 0 v128.load offset=63728
    i32.const 0 v128.load offset=63744 i32.const 0 v128.load offset=63760 i32.const 0 v128.load offset=63776
    i32.const 0 v128.load offset=63792 i32.const 0 v128.load offset=63808 i32.const 0 v128.load offset=63824
    i32.const 0 v128.load offset=63840 i32.const 0 v128.load offset=63856 i32.const 0 v128.load offset=63872
    i32.const 0 v128.load offset=63888 i32.const 0 v128.load offset=63904 i32.const 0 v128.load offset=63920
    i32.const 0 v128.load offset=63936 i32.const 0 v128.load offset=63952 i32.const 0 v128.load offset=63968
    i32.const 0 v128.load offset=63984 i32.const 0 v128.load offset=0 i32.const 0 v128.load offset=16
    i32.const 0 v128.load offset=32 i32.const 0 v128.load offset=48 i32.const 0 v128.load offset=64
    i32.const 0 v128.load offset=80 i32.const 0 v128.load offset=96 i32.const 0 v128.load offset=112
    i32.const 0 v128.load offset=128 i32.const 0 v128.load offset=144 i32.const 0 v128.load offset=160
    i32.const 0 v128.load offset=176 i32.const 0 v128.load offset=192 i32.const 0 v128.load offset=208
    i32.const 0 v128.load offset=224 i32.const 0 v128.load offset=240 i32.const 0 v128.load offset=256
    i32.const 0 v128.load offset=272 i32.const 0 v128.load offset=288 i32.const 0 v128.load offset=304
    i32.const 0 v128.load offset=320 i32.const 0 v128.load offset=336 i32.const 0 v128.load offset=352
    i32.const 0 v128.load offset=368 i32.const 0 v128.load offset=384 i32.const 0 v128.load offset=400
    i32.const 0 v128.load offset=416 i32.const 0 v128.load offset=432 i32.const 0 v128.load offset=448
    i32.const 0 v128.load offset=464 i32.const 0 v128.load offset=480 i32.const 0 v128.load offset=496
    i32.const 0 v128.load offset=512 i32.const 0 v128.load offset=528 i32.const 0 v128.load offset=544
    i32.const 0 v128.load offset=560 i32.const 0 v128.load offset=576 i32.const 0 v128.load offset=592
    i32.const 0 v128.load offset=608 i32.const 0 v128.load offset=624 i32.const 0 v128.load offset=640
    i32.const 0 v128.load offset=656 i32.const 0 v128.load offset=672 i32.const 0 v128.load offset=688
    i32.const 0 v128.load offset=704 i32.const 0 v128.load offset=720 i32.const 0 v128.load offset=736
    i32.const 0 v128.load offset=752 i32.const 0 v128.load offset=768 i32.const 0 v128.load offset=784
    i32.const 0 v128.load offset=800 i32.const 0 v128.load offset=816 i32.const 0 v128.load offset=832
    i32.const 0 v128.load offset=848 i32.const 0 v128.load offset=864 i32.const 0 v128.load offset=880
    i32.const 0 v128.load offset=896 i32.const 0 v128.load offset=912 i32.const 0 v128.load offset=928
    i32.const 0 v128.load offset=944 i32.const 0 v128.load offset=960 i32.const 0 v128.load offset=976
    i32.const 0 v128.load offset=992 i32.const 0 v128.load offset=1008 i32.const 0 v128.load offset=1024
    i32.const 0 v128.load offset=1040 i32.const 0 v128.load offset=1056 i32.const 0 v128.load offset=1072
    i32.const 0 v128.load offset=1088 i32.const 0 v128.load offset=1104 i32.const 0 v128.load offset=1120
    i32.const 0 v128.load offset=1136 i32.const 0 v128.load offset=1152 i32.const 0 v128.load offset=1168
    i32.const 0 v128.load offset=1184 i32.const 0 v128.load offset=1200 i32.const 0 v128.load offset=1216
    i32.const 0 v128.load offset=1232 i32.const 0 v128.load offset=1248 i32.const 0 v128.load offset=1264
    i32.const 0 v128.load offset=1280 i32.const 0 v128.load offset=1296 i32.const 0 v128.load offset=1312
    i32.const 0 v128.load offset=1328 i32.const 0 v128.load offset=1344 i32.const 0 v128.load offset=1360
    i32.const 0 v128.load offset=1376 i32.const 0 v128.load offset=1392 i32.const 0 v128.load offset=1408
    i32.const 0 v128.load offset=1424 i32.const 0 v128.load offset=1440 i32.const 0 v128.load offset=1456
    i32.const 0 v128.load offset=1472 i32.const 0 v128.load offset=1488 i32.const 0 v128.load offset=1504
    i32.const 0 v128.load offset=1520 i32.const 0 v128.load offset=1536 i32.const 0 v128.load offset=1552
    i32.const 0 v128.load offset=1568 i32.const 0 v128.load offset=1584 i32.const 0 v128.load offset=1600
    i32.const 0 v128.load offset=1616 i32.const 0 v128.load offset=1632 i32.const 0 v128.load offset=1648
    i32.const 0 v128.load offset=1664 i32.const 0 v128.load offset=1680 i32.const 0 v128.load offset=1696
    i32.const 0 v128.load offset=1712 i32.const 0 v128.load offset=1728 i32.const 0 v128.load offset=1744
    i32.const 0 v128.load offset=1760 i32.const 0 v128.load offset=1776 i32.const 0 v128.load offset=1792
    i32.const 0 v128.load offset=1808 i32.const 0 v128.load offset=1824 i32.const 0 v128.load offset=1840
    i32.const 0 v128.load offset=1856 i32.const 0 v128.load offset=1872 i32.const 0 v128.load offset=1888
    i32.const 0 v128.load offset=1904 i32.const 0 v128.load offset=1920 i32.const 0 v128.load offset=1936
    i32.const 0 v128.load offset=1952 i32.const 0 v128.load offset=1968 i32.const 0 v128.load offset=1984
    i32.const 0 v128.load offset=2000 i32.const 0 v128.load offset=2016 i32.const 0 v128.load offset=2032
    i32.const 0 v128.load offset=2048 i32.const 0 v128.load offset=2064 i32.const 0 v128.load offset=2080
    i32.const 0 v128.load offset=2096 i32.const 0 v128.load offset=2112 i32.const 0 v128.load offset=2128
    i32.const 0 v128.load offset=2144 i32.const 0 v128.load offset=2160 i32.const 0 v128.load offset=2176
    i32.const 0 v128.load offset=2192 i32.const 0 v128.load offset=2208 i32.const 0 v128.load offset=2224
    i32.const 0 v128.load offset=2240 i32.const 0 v128.load offset=2256 i32.const 0 v128.load offset=2272
    i32.const 0 v128.load offset=2288 i32.const 0 v128.load offset=2304 i32.const 0 v128.load offset=2320
    i32.const 0 v128.load offset=2336 i32.const 0 v128.load offset=2352 i32.const 0 v128.load offset=2368
    i32.const 0 v128.load offset=2384 i32.const 0 v128.load offset=2400 i32.const 0 v128.load offset=2416
    i32.const 0 v128.load offset=2432 i32.const 0 v128.load offset=2448 i32.const 0 v128.load offset=2464
    i32.const 0 v128.load offset=2480 i32.const 0 v128.load offset=2496 i32.const 0 v128.load offset=2512
    i32.const 0 v128.load offset=2528 i32.const 0 v128.load offset=2544 i32.const 0 v128.load offset=2560
    i32.const 0 v128.load offset=2576 i32.const 0 v128.load offset=2592 i32.const 0 v128.load offset=2608
    i32.const 0 v128.load offset=2624 i32.const 0 v128.load offset=2640 i32.const 0 v128.load offset=2656
    i32.const 0 v128.load offset=2672 i32.const 0 v128.load offset=2688 i32.const 0 v128.load offset=2704
    i32.const 0 v128.load offset=2720 i32.const 0 v128.load offset=2736 i32.const 0 v128.load offset=2752
    i32.const 0 v128.load offset=2768 i32.const 0 v128.load offset=2784 i32.const 0 v128.load offset=2800
    i32.const 0 v128.load offset=2816 i32.const 0 v128.load offset=2832 i32.const 0 v128.load offset=2848
    i32.const 0 v128.load offset=2864 i32.const 0 v128.load offset=2880 i32.const 0 v128.load offset=2896
    i32.const 0 v128.load offset=2912 i32.const 0 v128.load offset=2928 i32.const 0 v128.load offset=2944
    i32.const 0 v128.load offset=2960 i32.const 0 v128.load offset=2976 i32.const 0 v128.load offset=2992
    i32.const 0 v128.load offset=3008 i32.const 0 v128.load offset=3024 i32.const 0 v128.load offset=3040
    i32.const 0 v128.load offset=3056 i32.const 0 v128.load offset=3072 i32.const 0 v128.load offset=3088
    i32.const 0 v128.load offset=3104 i32.const 0 v128.load offset=3120 i32.const 0 v128.load offset=3136
    i32.const 0 v128.load offset=3152 i32.const 0 v128.load offset=3168 i32.const 0 v128.load offset=3184
    (i64.store (i32.const 0) (i64.add (i64.load (i32.const 0)) (i64.const 1)))
    (i64x2.splat (call_indirect (type $t) (i64.sub (local.get 0) (i64.const 1)) (i32.const 0)))
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add i64x2.add
    i64x2.extract_lane 0))
(assert_return (invoke "recurse" (i64.const 0)) (i64.const 0))
(assert_return (invoke "recurse" (i64.const 5)) (i64.const 25))
(assert_exhaustion (invoke "recurse" (i64.const -1)) "call stack exhausted")
(assert_exhaustion (invoke "recurse" (i64.const -1)) "call stack exhausted")
