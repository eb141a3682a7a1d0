SketchPlane0 = add_sketchplane(
	origin= [0., 0., 0.], normal= [ 0., -1.,  0.], x_axis= [ 1.,  0., -0.])
Loops0 = []
Curves0_0 = []
Arc0_0_0 = add_arc(start= [-32.5, -10. ], end= [-27.5, -15. ], mid= [-31.0355, -13.5355])
Line0_0_1 = add_line(start= [-27.5, -15. ], end= [ -7.5, -15. ])
Line0_0_2 = add_line(start= [ -7.5, -15. ], end= [ -7.5, -10. ])
Line0_0_3 = add_line(start= [ -7.5, -10. ], end= [-10., -10.])
Line0_0_4 = add_line(start= [-10., -10.], end= [-10.,  10.])
Line0_0_5 = add_line(start= [-10.,  10.], end= [-7.5, 10. ])
Line0_0_6 = add_line(start= [-7.5, 10. ], end= [-7.5, 15. ])
Line0_0_7 = add_line(start= [-7.5, 15. ], end= [-27.5,  15. ])
Arc0_0_8 = add_arc(start= [-27.5,  15. ], end= [-32.5,  10. ], mid= [-31.0355,  13.5355])
Line0_0_9 = add_line(start= [-32.5,  10. ], end= [-32.5, -10. ])
Loop0_0 = add_loop(Curves0_0)
Curves0_1 = []
Circle0_1_0 = add_circle(center= [-25.,   0.], radius= 2.54)
Loop0_1 = add_loop(Curves0_1)
Profile0 = add_profile(Loops0)
Sketch0 = add_sketch(sketch_plane= SketchPlane0, profile= Profile0)
Extrude0 = add_extrude(sketch= Sketch0,
	operation= 0, type= 0, extent_one= 2., extent_two= 0.)
SketchPlane1 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops1 = []
Curves1_0 = []
Line1_0_0 = add_line(start= [ -7.5, -15. ], end= [  7.5, -15. ])
Line1_0_1 = add_line(start= [  7.5, -15. ], end= [  7.5, -10. ])
Line1_0_2 = add_line(start= [  7.5, -10. ], end= [ -7.5, -10. ])
Line1_0_3 = add_line(start= [ -7.5, -10. ], end= [ -7.5, -15. ])
Loop1_0 = add_loop(Curves1_0)
Profile1 = add_profile(Loops1)
Sketch1 = add_sketch(sketch_plane= SketchPlane1, profile= Profile1)
Extrude1 = add_extrude(sketch= Sketch1,
	operation= 1, type= 0, extent_one= 2., extent_two= 0.)
SketchPlane2 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops2 = []
Curves2_0 = []
Line2_0_0 = add_line(start= [  7.5, -15. ], end= [ 27.5, -15. ])
Arc2_0_1 = add_arc(start= [ 27.5, -15. ], end= [ 32.5, -10. ], mid= [ 31.0355, -13.5355])
Line2_0_2 = add_line(start= [ 32.5, -10. ], end= [32.5, 10. ])
Arc2_0_3 = add_arc(start= [32.5, 10. ], end= [27.5, 15. ], mid= [31.0355, 13.5355])
Line2_0_4 = add_line(start= [27.5, 15. ], end= [ 7.5, 15. ])
Line2_0_5 = add_line(start= [ 7.5, 15. ], end= [ 7.5, 10. ])
Line2_0_6 = add_line(start= [ 7.5, 10. ], end= [10., 10.])
Line2_0_7 = add_line(start= [10., 10.], end= [ 10., -10.])
Line2_0_8 = add_line(start= [ 10., -10.], end= [  7.5, -10. ])
Line2_0_9 = add_line(start= [  7.5, -10. ], end= [  7.5, -15. ])
Loop2_0 = add_loop(Curves2_0)
Curves2_1 = []
Circle2_1_0 = add_circle(center= [25.,  0.], radius= 2.54)
Loop2_1 = add_loop(Curves2_1)
Profile2 = add_profile(Loops2)
Sketch2 = add_sketch(sketch_plane= SketchPlane2, profile= Profile2)
Extrude2 = add_extrude(sketch= Sketch2,
	operation= 1, type= 0, extent_one= 2., extent_two= 0.)
SketchPlane3 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops3 = []
Curves3_0 = []
Line3_0_0 = add_line(start= [  7.5, -10. ], end= [ 10., -10.])
Line3_0_1 = add_line(start= [ 10., -10.], end= [10., 10.])
Line3_0_2 = add_line(start= [10., 10.], end= [ 7.5, 10. ])
Line3_0_3 = add_line(start= [ 7.5, 10. ], end= [7.5, 7.5])
Line3_0_4 = add_line(start= [7.5, 7.5], end= [ 7.5, -7.5])
Line3_0_5 = add_line(start= [ 7.5, -7.5], end= [  7.5, -10. ])
Loop3_0 = add_loop(Curves3_0)
Profile3 = add_profile(Loops3)
Sketch3 = add_sketch(sketch_plane= SketchPlane3, profile= Profile3)
Extrude3 = add_extrude(sketch= Sketch3,
	operation= 1, type= 0, extent_one= 2., extent_two= 0.)
SketchPlane4 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops4 = []
Curves4_0 = []
Line4_0_0 = add_line(start= [-10., -10.], end= [ -7.5, -10. ])
Line4_0_1 = add_line(start= [ -7.5, -10. ], end= [-7.5, -7.5])
Line4_0_2 = add_line(start= [-7.5, -7.5], end= [-7.5,  7.5])
Line4_0_3 = add_line(start= [-7.5,  7.5], end= [-7.5, 10. ])
Line4_0_4 = add_line(start= [-7.5, 10. ], end= [-10.,  10.])
Line4_0_5 = add_line(start= [-10.,  10.], end= [-10., -10.])
Loop4_0 = add_loop(Curves4_0)
Profile4 = add_profile(Loops4)
Sketch4 = add_sketch(sketch_plane= SketchPlane4, profile= Profile4)
Extrude4 = add_extrude(sketch= Sketch4,
	operation= 1, type= 0, extent_one= 2., extent_two= 0.)
SketchPlane5 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops5 = []
Curves5_0 = []
Line5_0_0 = add_line(start= [ -7.5, -10. ], end= [  7.5, -10. ])
Line5_0_1 = add_line(start= [  7.5, -10. ], end= [ 7.5, -7.5])
Line5_0_2 = add_line(start= [ 7.5, -7.5], end= [-7.5, -7.5])
Line5_0_3 = add_line(start= [-7.5, -7.5], end= [ -7.5, -10. ])
Loop5_0 = add_loop(Curves5_0)
Profile5 = add_profile(Loops5)
Sketch5 = add_sketch(sketch_plane= SketchPlane5, profile= Profile5)
Extrude5 = add_extrude(sketch= Sketch5,
	operation= 1, type= 0, extent_one= 2., extent_two= 0.)
SketchPlane6 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops6 = []
Curves6_0 = []
Arc6_0_0 = add_arc(start= [-32.5, -10. ], end= [-27.5, -15. ], mid= [-31.0355, -13.5355])
Line6_0_1 = add_line(start= [-27.5, -15. ], end= [ -7.5, -15. ])
Line6_0_2 = add_line(start= [ -7.5, -15. ], end= [ -7.5, -10. ])
Line6_0_3 = add_line(start= [ -7.5, -10. ], end= [-10., -10.])
Line6_0_4 = add_line(start= [-10., -10.], end= [-10.,  10.])
Line6_0_5 = add_line(start= [-10.,  10.], end= [-7.5, 10. ])
Line6_0_6 = add_line(start= [-7.5, 10. ], end= [-7.5, 15. ])
Line6_0_7 = add_line(start= [-7.5, 15. ], end= [-27.5,  15. ])
Arc6_0_8 = add_arc(start= [-27.5,  15. ], end= [-32.5,  10. ], mid= [-31.0355,  13.5355])
Line6_0_9 = add_line(start= [-32.5,  10. ], end= [-32.5, -10. ])
Loop6_0 = add_loop(Curves6_0)
Curves6_1 = []
Circle6_1_0 = add_circle(center= [-25.,   0.], radius= 2.54)
Loop6_1 = add_loop(Curves6_1)
Profile6 = add_profile(Loops6)
Sketch6 = add_sketch(sketch_plane= SketchPlane6, profile= Profile6)
Extrude6 = add_extrude(sketch= Sketch6,
	operation= 0, type= 0, extent_one= -2., extent_two= 0.)
SketchPlane7 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops7 = []
Curves7_0 = []
Line7_0_0 = add_line(start= [-7.5, 10. ], end= [ 7.5, 10. ])
Line7_0_1 = add_line(start= [ 7.5, 10. ], end= [ 7.5, 15. ])
Line7_0_2 = add_line(start= [ 7.5, 15. ], end= [-7.5, 15. ])
Line7_0_3 = add_line(start= [-7.5, 15. ], end= [-7.5, 10. ])
Loop7_0 = add_loop(Curves7_0)
Profile7 = add_profile(Loops7)
Sketch7 = add_sketch(sketch_plane= SketchPlane7, profile= Profile7)
Extrude7 = add_extrude(sketch= Sketch7,
	operation= 1, type= 0, extent_one= -2., extent_two= 0.)
SketchPlane8 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops8 = []
Curves8_0 = []
Line8_0_0 = add_line(start= [  7.5, -15. ], end= [ 27.5, -15. ])
Arc8_0_1 = add_arc(start= [ 27.5, -15. ], end= [ 32.5, -10. ], mid= [ 31.0355, -13.5355])
Line8_0_2 = add_line(start= [ 32.5, -10. ], end= [32.5, 10. ])
Arc8_0_3 = add_arc(start= [32.5, 10. ], end= [27.5, 15. ], mid= [31.0355, 13.5355])
Line8_0_4 = add_line(start= [27.5, 15. ], end= [ 7.5, 15. ])
Line8_0_5 = add_line(start= [ 7.5, 15. ], end= [ 7.5, 10. ])
Line8_0_6 = add_line(start= [ 7.5, 10. ], end= [10., 10.])
Line8_0_7 = add_line(start= [10., 10.], end= [ 10., -10.])
Line8_0_8 = add_line(start= [ 10., -10.], end= [  7.5, -10. ])
Line8_0_9 = add_line(start= [  7.5, -10. ], end= [  7.5, -15. ])
Loop8_0 = add_loop(Curves8_0)
Curves8_1 = []
Circle8_1_0 = add_circle(center= [25.,  0.], radius= 2.54)
Loop8_1 = add_loop(Curves8_1)
Profile8 = add_profile(Loops8)
Sketch8 = add_sketch(sketch_plane= SketchPlane8, profile= Profile8)
Extrude8 = add_extrude(sketch= Sketch8,
	operation= 1, type= 0, extent_one= -2., extent_two= 0.)
