SketchPlane0 = add_sketchplane(
	origin= [0., 0., 0.], normal= [0., 0., 1.], x_axis= [1., 0., 0.])
Loops0 = []
Curves0_0 = []
Arc0_0_0 = add_arc(start= [   0., -127.], end= [ 89.8026, -89.8026], mid= [  48.6008, -117.3327])
Line0_0_1 = add_line(start= [ 89.8026, -89.8026], end= [ 44.9013, -44.9013])
Arc0_0_2 = add_arc(start= [ 44.9013, -44.9013], end= [  0. , -63.5], mid= [ 24.3004, -58.6664])
Line0_0_3 = add_line(start= [  0. , -63.5], end= [   0., -127.])
Loop0_0 = add_loop(Curves0_0)
Profile0 = add_profile(Loops0)
Sketch0 = add_sketch(sketch_plane= SketchPlane0, profile= Profile0)
Extrude0 = add_extrude(sketch= Sketch0,
	operation= 0, type= 0, extent_one= 25.4, extent_two= 0.)
SketchPlane1 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops1 = []
Curves1_0 = []
Line1_0_0 = add_line(start= [ 44.9013, -44.9013], end= [ 89.8026, -89.8026])
Arc1_0_1 = add_arc(start= [ 89.8026, -89.8026], end= [127.,   0.], mid= [117.3327, -48.6008])
Line1_0_2 = add_line(start= [127.,   0.], end= [63.5,  0. ])
Arc1_0_3 = add_arc(start= [63.5,  0. ], end= [ 44.9013, -44.9013], mid= [ 58.6664, -24.3004])
Loop1_0 = add_loop(Curves1_0)
Profile1 = add_profile(Loops1)
Sketch1 = add_sketch(sketch_plane= SketchPlane1, profile= Profile1)
Extrude1 = add_extrude(sketch= Sketch1,
	operation= 0, type= 0, extent_one= 50.8, extent_two= 0.)
SketchPlane2 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops2 = []
Curves2_0 = []
Arc2_0_0 = add_arc(start= [44.9013, 44.9013], end= [63.5,  0. ], mid= [58.6664, 24.3004])
Line2_0_1 = add_line(start= [63.5,  0. ], end= [127.,   0.])
Arc2_0_2 = add_arc(start= [127.,   0.], end= [89.8026, 89.8026], mid= [117.3327,  48.6008])
Line2_0_3 = add_line(start= [89.8026, 89.8026], end= [44.9013, 44.9013])
Loop2_0 = add_loop(Curves2_0)
Profile2 = add_profile(Loops2)
Sketch2 = add_sketch(sketch_plane= SketchPlane2, profile= Profile2)
Extrude2 = add_extrude(sketch= Sketch2,
	operation= 0, type= 0, extent_one= 76.2, extent_two= 0.)
SketchPlane3 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops3 = []
Curves3_0 = []
Arc3_0_0 = add_arc(start= [ 0. , 63.5], end= [44.9013, 44.9013], mid= [24.3004, 58.6664])
Line3_0_1 = add_line(start= [44.9013, 44.9013], end= [89.8026, 89.8026])
Arc3_0_2 = add_arc(start= [89.8026, 89.8026], end= [  0., 127.], mid= [ 48.6008, 117.3327])
Line3_0_3 = add_line(start= [  0., 127.], end= [ 0. , 63.5])
Loop3_0 = add_loop(Curves3_0)
Profile3 = add_profile(Loops3)
Sketch3 = add_sketch(sketch_plane= SketchPlane3, profile= Profile3)
Extrude3 = add_extrude(sketch= Sketch3,
	operation= 0, type= 0, extent_one= 101.6, extent_two= 0.)
SketchPlane4 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops4 = []
Curves4_0 = []
Line4_0_0 = add_line(start= [-89.8026,  89.8026], end= [-44.9013,  44.9013])
Arc4_0_1 = add_arc(start= [-44.9013,  44.9013], end= [ 0. , 63.5], mid= [-24.3004,  58.6664])
Line4_0_2 = add_line(start= [ 0. , 63.5], end= [  0., 127.])
Arc4_0_3 = add_arc(start= [  0., 127.], end= [-89.8026,  89.8026], mid= [-48.6008, 117.3327])
Loop4_0 = add_loop(Curves4_0)
Profile4 = add_profile(Loops4)
Sketch4 = add_sketch(sketch_plane= SketchPlane4, profile= Profile4)
Extrude4 = add_extrude(sketch= Sketch4,
	operation= 0, type= 0, extent_one= 127., extent_two= 0.)
SketchPlane5 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops5 = []
Curves5_0 = []
Line5_0_0 = add_line(start= [-127.,    0.], end= [-63.5,   0. ])
Arc5_0_1 = add_arc(start= [-63.5,   0. ], end= [-44.9013,  44.9013], mid= [-58.6664,  24.3004])
Line5_0_2 = add_line(start= [-44.9013,  44.9013], end= [-89.8026,  89.8026])
Arc5_0_3 = add_arc(start= [-89.8026,  89.8026], end= [-127.,    0.], mid= [-117.3327,   48.6008])
Loop5_0 = add_loop(Curves5_0)
Profile5 = add_profile(Loops5)
Sketch5 = add_sketch(sketch_plane= SketchPlane5, profile= Profile5)
Extrude5 = add_extrude(sketch= Sketch5,
	operation= 0, type= 0, extent_one= 152.4, extent_two= 0.)
SketchPlane6 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops6 = []
Curves6_0 = []
Arc6_0_0 = add_arc(start= [-127.,    0.], end= [-89.8026, -89.8026], mid= [-117.3327,  -48.6008])
Line6_0_1 = add_line(start= [-89.8026, -89.8026], end= [-44.9013, -44.9013])
Arc6_0_2 = add_arc(start= [-44.9013, -44.9013], end= [-63.5,   0. ], mid= [-58.6664, -24.3004])
Line6_0_3 = add_line(start= [-63.5,   0. ], end= [-127.,    0.])
Loop6_0 = add_loop(Curves6_0)
Profile6 = add_profile(Loops6)
Sketch6 = add_sketch(sketch_plane= SketchPlane6, profile= Profile6)
Extrude6 = add_extrude(sketch= Sketch6,
	operation= 0, type= 0, extent_one= 177.8, extent_two= 0.)
SketchPlane7 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops7 = []
Curves7_0 = []
Arc7_0_0 = add_arc(start= [-89.8026, -89.8026], end= [   0., -127.], mid= [ -48.6008, -117.3327])
Line7_0_1 = add_line(start= [   0., -127.], end= [  0. , -63.5])
Arc7_0_2 = add_arc(start= [  0. , -63.5], end= [-44.9013, -44.9013], mid= [-24.3004, -58.6664])
Line7_0_3 = add_line(start= [-44.9013, -44.9013], end= [-89.8026, -89.8026])
Loop7_0 = add_loop(Curves7_0)
Profile7 = add_profile(Loops7)
Sketch7 = add_sketch(sketch_plane= SketchPlane7, profile= Profile7)
Extrude7 = add_extrude(sketch= Sketch7,
	operation= 0, type= 0, extent_one= 203.2, extent_two= 0.)
SketchPlane8 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops8 = []
Curves8_0 = []
Circle8_0_0 = add_circle(center= [0., 0.], radius= 63.5)
Loop8_0 = add_loop(Curves8_0)
Profile8 = add_profile(Loops8)
Sketch8 = add_sketch(sketch_plane= SketchPlane8, profile= Profile8)
Extrude8 = add_extrude(sketch= Sketch8,
	operation= 0, type= 0, extent_one= 101.6, extent_two= 0.)
