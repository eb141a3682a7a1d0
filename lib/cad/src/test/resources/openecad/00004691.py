SketchPlane0 = add_sketchplane(
	origin= [0., 0., 0.], normal= [0., 0., 1.], x_axis= [1., 0., 0.])
Loops0 = []
Curves0_0 = []
Line0_0_0 = add_line(start= [0., 0.], end= [70.,  0.])
Line0_0_1 = add_line(start= [70.,  0.], end= [70. , 32.5])
Line0_0_2 = add_line(start= [70. , 32.5], end= [ 0. , 32.5])
Line0_0_3 = add_line(start= [ 0. , 32.5], end= [0., 0.])
Loop0_0 = add_loop(Curves0_0)
Profile0 = add_profile(Loops0)
Sketch0 = add_sketch(sketch_plane= SketchPlane0, profile= Profile0)
Extrude0 = add_extrude(sketch= Sketch0,
	operation= 0, type= 0, extent_one= 3., extent_two= 0.)
SketchPlane1 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops1 = []
Curves1_0 = []
Circle1_0_0 = add_circle(center= [ 5.    , 15.4479], radius= 2.35)
Loop1_0 = add_loop(Curves1_0)
Profile1 = add_profile(Loops1)
Sketch1 = add_sketch(sketch_plane= SketchPlane1, profile= Profile1)
Extrude1 = add_extrude(sketch= Sketch1,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane2 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops2 = []
Curves2_0 = []
Circle2_0_0 = add_circle(center= [15.    , 15.4479], radius= 2.4)
Loop2_0 = add_loop(Curves2_0)
Profile2 = add_profile(Loops2)
Sketch2 = add_sketch(sketch_plane= SketchPlane2, profile= Profile2)
Extrude2 = add_extrude(sketch= Sketch2,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane3 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops3 = []
Curves3_0 = []
Circle3_0_0 = add_circle(center= [25.    , 15.4479], radius= 2.45)
Loop3_0 = add_loop(Curves3_0)
Profile3 = add_profile(Loops3)
Sketch3 = add_sketch(sketch_plane= SketchPlane3, profile= Profile3)
Extrude3 = add_extrude(sketch= Sketch3,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane4 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops4 = []
Curves4_0 = []
Circle4_0_0 = add_circle(center= [35.    , 15.4479], radius= 2.5)
Loop4_0 = add_loop(Curves4_0)
Profile4 = add_profile(Loops4)
Sketch4 = add_sketch(sketch_plane= SketchPlane4, profile= Profile4)
Extrude4 = add_extrude(sketch= Sketch4,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane5 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops5 = []
Curves5_0 = []
Circle5_0_0 = add_circle(center= [45.    , 15.4479], radius= 2.55)
Loop5_0 = add_loop(Curves5_0)
Profile5 = add_profile(Loops5)
Sketch5 = add_sketch(sketch_plane= SketchPlane5, profile= Profile5)
Extrude5 = add_extrude(sketch= Sketch5,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane6 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops6 = []
Curves6_0 = []
Circle6_0_0 = add_circle(center= [ 5.    , 23.0479], radius= 2.85)
Loop6_0 = add_loop(Curves6_0)
Profile6 = add_profile(Loops6)
Sketch6 = add_sketch(sketch_plane= SketchPlane6, profile= Profile6)
Extrude6 = add_extrude(sketch= Sketch6,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane7 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops7 = []
Curves7_0 = []
Circle7_0_0 = add_circle(center= [15.    , 23.0479], radius= 2.9)
Loop7_0 = add_loop(Curves7_0)
Profile7 = add_profile(Loops7)
Sketch7 = add_sketch(sketch_plane= SketchPlane7, profile= Profile7)
Extrude7 = add_extrude(sketch= Sketch7,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane8 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops8 = []
Curves8_0 = []
Circle8_0_0 = add_circle(center= [25.    , 23.0479], radius= 2.95)
Loop8_0 = add_loop(Curves8_0)
Profile8 = add_profile(Loops8)
Sketch8 = add_sketch(sketch_plane= SketchPlane8, profile= Profile8)
Extrude8 = add_extrude(sketch= Sketch8,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane9 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops9 = []
Curves9_0 = []
Circle9_0_0 = add_circle(center= [35.    , 23.0479], radius= 3.)
Loop9_0 = add_loop(Curves9_0)
Profile9 = add_profile(Loops9)
Sketch9 = add_sketch(sketch_plane= SketchPlane9, profile= Profile9)
Extrude9 = add_extrude(sketch= Sketch9,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane10 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops10 = []
Curves10_0 = []
Circle10_0_0 = add_circle(center= [45.    , 23.0479], radius= 3.05)
Loop10_0 = add_loop(Curves10_0)
Profile10 = add_profile(Loops10)
Sketch10 = add_sketch(sketch_plane= SketchPlane10, profile= Profile10)
Extrude10 = add_extrude(sketch= Sketch10,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane11 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops11 = []
Curves11_0 = []
Circle11_0_0 = add_circle(center= [5.    , 3.2479], radius= 1.35)
Loop11_0 = add_loop(Curves11_0)
Profile11 = add_profile(Loops11)
Sketch11 = add_sketch(sketch_plane= SketchPlane11, profile= Profile11)
Extrude11 = add_extrude(sketch= Sketch11,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane12 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops12 = []
Curves12_0 = []
Circle12_0_0 = add_circle(center= [15.    ,  3.2479], radius= 1.4)
Loop12_0 = add_loop(Curves12_0)
Profile12 = add_profile(Loops12)
Sketch12 = add_sketch(sketch_plane= SketchPlane12, profile= Profile12)
Extrude12 = add_extrude(sketch= Sketch12,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane13 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops13 = []
Curves13_0 = []
Circle13_0_0 = add_circle(center= [25.    ,  3.2479], radius= 1.45)
Loop13_0 = add_loop(Curves13_0)
Profile13 = add_profile(Loops13)
Sketch13 = add_sketch(sketch_plane= SketchPlane13, profile= Profile13)
Extrude13 = add_extrude(sketch= Sketch13,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane14 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops14 = []
Curves14_0 = []
Circle14_0_0 = add_circle(center= [35.    ,  3.2479], radius= 1.5)
Loop14_0 = add_loop(Curves14_0)
Profile14 = add_profile(Loops14)
Sketch14 = add_sketch(sketch_plane= SketchPlane14, profile= Profile14)
Extrude14 = add_extrude(sketch= Sketch14,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane15 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops15 = []
Curves15_0 = []
Circle15_0_0 = add_circle(center= [45.    ,  3.2479], radius= 1.55)
Loop15_0 = add_loop(Curves15_0)
Profile15 = add_profile(Loops15)
Sketch15 = add_sketch(sketch_plane= SketchPlane15, profile= Profile15)
Extrude15 = add_extrude(sketch= Sketch15,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane16 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops16 = []
Curves16_0 = []
Circle16_0_0 = add_circle(center= [5.    , 8.8479], radius= 1.85)
Loop16_0 = add_loop(Curves16_0)
Profile16 = add_profile(Loops16)
Sketch16 = add_sketch(sketch_plane= SketchPlane16, profile= Profile16)
Extrude16 = add_extrude(sketch= Sketch16,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane17 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops17 = []
Curves17_0 = []
Circle17_0_0 = add_circle(center= [15.    ,  8.8479], radius= 1.9)
Loop17_0 = add_loop(Curves17_0)
Profile17 = add_profile(Loops17)
Sketch17 = add_sketch(sketch_plane= SketchPlane17, profile= Profile17)
Extrude17 = add_extrude(sketch= Sketch17,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane18 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops18 = []
Curves18_0 = []
Circle18_0_0 = add_circle(center= [25.    ,  8.8479], radius= 1.95)
Loop18_0 = add_loop(Curves18_0)
Profile18 = add_profile(Loops18)
Sketch18 = add_sketch(sketch_plane= SketchPlane18, profile= Profile18)
Extrude18 = add_extrude(sketch= Sketch18,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane19 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops19 = []
Curves19_0 = []
Circle19_0_0 = add_circle(center= [35.    ,  8.8479], radius= 2.)
Loop19_0 = add_loop(Curves19_0)
Profile19 = add_profile(Loops19)
Sketch19 = add_sketch(sketch_plane= SketchPlane19, profile= Profile19)
Extrude19 = add_extrude(sketch= Sketch19,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane20 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops20 = []
Curves20_0 = []
Circle20_0_0 = add_circle(center= [45.    ,  8.8479], radius= 2.05)
Loop20_0 = add_loop(Curves20_0)
Profile20 = add_profile(Loops20)
Sketch20 = add_sketch(sketch_plane= SketchPlane20, profile= Profile20)
Extrude20 = add_extrude(sketch= Sketch20,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane21 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops21 = []
Curves21_0 = []
Circle21_0_0 = add_circle(center= [55.    ,  3.2479], radius= 1.6)
Loop21_0 = add_loop(Curves21_0)
Profile21 = add_profile(Loops21)
Sketch21 = add_sketch(sketch_plane= SketchPlane21, profile= Profile21)
Extrude21 = add_extrude(sketch= Sketch21,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane22 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops22 = []
Curves22_0 = []
Circle22_0_0 = add_circle(center= [65.    ,  3.2479], radius= 1.65)
Loop22_0 = add_loop(Curves22_0)
Profile22 = add_profile(Loops22)
Sketch22 = add_sketch(sketch_plane= SketchPlane22, profile= Profile22)
Extrude22 = add_extrude(sketch= Sketch22,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane23 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops23 = []
Curves23_0 = []
Circle23_0_0 = add_circle(center= [55.    ,  8.8479], radius= 2.1)
Loop23_0 = add_loop(Curves23_0)
Profile23 = add_profile(Loops23)
Sketch23 = add_sketch(sketch_plane= SketchPlane23, profile= Profile23)
Extrude23 = add_extrude(sketch= Sketch23,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane24 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops24 = []
Curves24_0 = []
Circle24_0_0 = add_circle(center= [65.    ,  8.8479], radius= 2.15)
Loop24_0 = add_loop(Curves24_0)
Profile24 = add_profile(Loops24)
Sketch24 = add_sketch(sketch_plane= SketchPlane24, profile= Profile24)
Extrude24 = add_extrude(sketch= Sketch24,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane25 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops25 = []
Curves25_0 = []
Circle25_0_0 = add_circle(center= [55.    , 15.4479], radius= 2.6)
Loop25_0 = add_loop(Curves25_0)
Profile25 = add_profile(Loops25)
Sketch25 = add_sketch(sketch_plane= SketchPlane25, profile= Profile25)
Extrude25 = add_extrude(sketch= Sketch25,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane26 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops26 = []
Curves26_0 = []
Circle26_0_0 = add_circle(center= [65.    , 15.4479], radius= 2.65)
Loop26_0 = add_loop(Curves26_0)
Profile26 = add_profile(Loops26)
Sketch26 = add_sketch(sketch_plane= SketchPlane26, profile= Profile26)
Extrude26 = add_extrude(sketch= Sketch26,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane27 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops27 = []
Curves27_0 = []
Circle27_0_0 = add_circle(center= [55.    , 23.0479], radius= 3.1)
Loop27_0 = add_loop(Curves27_0)
Profile27 = add_profile(Loops27)
Sketch27 = add_sketch(sketch_plane= SketchPlane27, profile= Profile27)
Extrude27 = add_extrude(sketch= Sketch27,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane28 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops28 = []
Curves28_0 = []
Circle28_0_0 = add_circle(center= [65.    , 23.0479], radius= 3.15)
Loop28_0 = add_loop(Curves28_0)
Profile28 = add_profile(Loops28)
Sketch28 = add_sketch(sketch_plane= SketchPlane28, profile= Profile28)
Extrude28 = add_extrude(sketch= Sketch28,
	operation= 2, type= 0, extent_one= 5., extent_two= 0.)
SketchPlane29 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops29 = []
Curves29_0 = []
Line29_0_0 = add_line(start= [ 3.5   , 28.5479], end= [ 6.5   , 28.5479])
Line29_0_1 = add_line(start= [ 6.5   , 28.5479], end= [ 6.5   , 29.5479])
Line29_0_2 = add_line(start= [ 6.5   , 29.5479], end= [ 3.5   , 29.5479])
Line29_0_3 = add_line(start= [ 3.5   , 29.5479], end= [ 3.5   , 28.5479])
Loop29_0 = add_loop(Curves29_0)
Profile29 = add_profile(Loops29)
Sketch29 = add_sketch(sketch_plane= SketchPlane29, profile= Profile29)
Extrude29 = add_extrude(sketch= Sketch29,
	operation= 1, type= 0, extent_one= -0.5, extent_two= 0.)
SketchPlane30 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops30 = []
Curves30_0 = []
Line30_0_0 = add_line(start= [63.5   , 28.5479], end= [64.5   , 28.5479])
Line30_0_1 = add_line(start= [64.5   , 28.5479], end= [64.5   , 27.5479])
Line30_0_2 = add_line(start= [64.5   , 27.5479], end= [65.5   , 27.5479])
Line30_0_3 = add_line(start= [65.5   , 27.5479], end= [65.5   , 28.5479])
Line30_0_4 = add_line(start= [65.5   , 28.5479], end= [66.5   , 28.5479])
Line30_0_5 = add_line(start= [66.5   , 28.5479], end= [66.5   , 29.5479])
Line30_0_6 = add_line(start= [66.5   , 29.5479], end= [65.5   , 29.5479])
Line30_0_7 = add_line(start= [65.5   , 29.5479], end= [65.5   , 30.5479])
Line30_0_8 = add_line(start= [65.5   , 30.5479], end= [64.5   , 30.5479])
Line30_0_9 = add_line(start= [64.5   , 30.5479], end= [64.5   , 29.5479])
Line30_0_10 = add_line(start= [64.5   , 29.5479], end= [63.5   , 29.5479])
Line30_0_11 = add_line(start= [63.5   , 29.5479], end= [63.5   , 28.5479])
Loop30_0 = add_loop(Curves30_0)
Profile30 = add_profile(Loops30)
Sketch30 = add_sketch(sketch_plane= SketchPlane30, profile= Profile30)
Extrude30 = add_extrude(sketch= Sketch30,
	operation= 1, type= 0, extent_one= -0.5, extent_two= 0.)
SketchPlane31 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops31 = []
Curves31_0 = []
Circle31_0_0 = add_circle(center= [35.    , 29.0479], radius= 1.5)
Loop31_0 = add_loop(Curves31_0)
Curves31_1 = []
Circle31_1_0 = add_circle(center= [35.    , 29.0479], radius= 1.)
Loop31_1 = add_loop(Curves31_1)
Profile31 = add_profile(Loops31)
Sketch31 = add_sketch(sketch_plane= SketchPlane31, profile= Profile31)
Extrude31 = add_extrude(sketch= Sketch31,
	operation= 1, type= 0, extent_one= -0.5, extent_two= 0.)
