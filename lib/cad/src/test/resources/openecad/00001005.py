SketchPlane0 = add_sketchplane(
	origin= [0., 0., 0.], normal= [ 0., -1.,  0.], x_axis= [ 1.,  0., -0.])
Loops0 = []
Curves0_0 = []
Circle0_0_0 = add_circle(center= [0., 0.], radius= 10.16)
Loop0_0 = add_loop(Curves0_0)
Curves0_1 = []
Circle0_1_0 = add_circle(center= [0., 0.], radius= 3.175)
Loop0_1 = add_loop(Curves0_1)
Profile0 = add_profile(Loops0)
Sketch0 = add_sketch(sketch_plane= SketchPlane0, profile= Profile0)
Extrude0 = add_extrude(sketch= Sketch0,
	operation= 0, type= 0, extent_one= 25.4, extent_two= 0.)
SketchPlane1 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops1 = []
Curves1_0 = []
Circle1_0_0 = add_circle(center= [0., 0.], radius= 3.175)
Loop1_0 = add_loop(Curves1_0)
Curves1_1 = []
Circle1_1_0 = add_circle(center= [0., 0.], radius= 2.5)
Loop1_1 = add_loop(Curves1_1)
Profile1 = add_profile(Loops1)
Sketch1 = add_sketch(sketch_plane= SketchPlane1, profile= Profile1)
Extrude1 = add_extrude(sketch= Sketch1,
	operation= 1, type= 0, extent_one= 25.4, extent_two= 0.)
SketchPlane2 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops2 = []
Curves2_0 = []
Circle2_0_0 = add_circle(center= [0., 0.], radius= 3.175)
Loop2_0 = add_loop(Curves2_0)
Curves2_1 = []
Circle2_1_0 = add_circle(center= [0., 0.], radius= 2.5)
Loop2_1 = add_loop(Curves2_1)
Profile2 = add_profile(Loops2)
Sketch2 = add_sketch(sketch_plane= SketchPlane2, profile= Profile2)
Extrude2 = add_extrude(sketch= Sketch2,
	operation= 2, type= 0, extent_one= 12.7, extent_two= 0.)
SketchPlane3 = add_sketchplane(
	origin= [0., 0., 0.], normal= [1., 0., 0.], x_axis= [ 0.,  1., -0.])
Loops3 = []
Curves3_0 = []
Circle3_0_0 = add_circle(center= [-3.5  ,  6.985], radius= 1.5)
Loop3_0 = add_loop(Curves3_0)
Profile3 = add_profile(Loops3)
Sketch3 = add_sketch(sketch_plane= SketchPlane3, profile= Profile3)
Extrude3 = add_extrude(sketch= Sketch3,
	operation= 2, type= 1, extent_one= -12.7, extent_two= 0.)
SketchPlane4 = add_sketchplane_ref(
	Extrude3, origin = [0., 0.], type = "sameplane")
Loops4 = []
Curves4_0 = []
Circle4_0_0 = add_circle(center= [-21.8948,   6.985 ], radius= 1.5)
Loop4_0 = add_loop(Curves4_0)
Profile4 = add_profile(Loops4)
Sketch4 = add_sketch(sketch_plane= SketchPlane4, profile= Profile4)
Extrude4 = add_extrude(sketch= Sketch4,
	operation= 2, type= 1, extent_one= -12.7, extent_two= 0.)
SketchPlane5 = add_sketchplane_ref(
	Extrude3, origin = [0., 0.], type = "sameplane")
Loops5 = []
Curves5_0 = []
Circle5_0_0 = add_circle(center= [-21.8948,   6.985 ], radius= 2.5019)
Loop5_0 = add_loop(Curves5_0)
Profile5 = add_profile(Loops5)
Sketch5 = add_sketch(sketch_plane= SketchPlane5, profile= Profile5)
Extrude5 = add_extrude(sketch= Sketch5,
	operation= 2, type= 0, extent_one= 25.4, extent_two= 0.)
SketchPlane6 = add_sketchplane_ref(
	Extrude3, origin = [0., 0.], type = "sameplane")
Loops6 = []
Curves6_0 = []
Circle6_0_0 = add_circle(center= [-3.5  ,  6.985], radius= 2.5019)
Loop6_0 = add_loop(Curves6_0)
Profile6 = add_profile(Loops6)
Sketch6 = add_sketch(sketch_plane= SketchPlane6, profile= Profile6)
Extrude6 = add_extrude(sketch= Sketch6,
	operation= 2, type= 0, extent_one= 25.4, extent_two= 0.)
