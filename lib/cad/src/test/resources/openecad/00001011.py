SketchPlane0 = add_sketchplane(
	origin= [0., 0., 0.], normal= [ 0., -1.,  0.], x_axis= [ 1.,  0., -0.])
Loops0 = []
Curves0_0 = []
Arc0_0_0 = add_arc(start= [-44.45 ,  -9.525], end= [-41.275, -12.7  ], mid= [-43.5201, -11.7701])
Line0_0_1 = add_line(start= [-41.275, -12.7  ], end= [ 41.275, -12.7  ])
Arc0_0_2 = add_arc(start= [ 41.275, -12.7  ], end= [44.45 , -9.525], mid= [ 43.5201, -11.7701])
Line0_0_3 = add_line(start= [44.45 , -9.525], end= [44.45 ,  9.525])
Arc0_0_4 = add_arc(start= [44.45 ,  9.525], end= [41.275, 12.7  ], mid= [43.5201, 11.7701])
Line0_0_5 = add_line(start= [41.275, 12.7  ], end= [25.6607, 12.7   ])
Arc0_0_6 = add_arc(start= [25.6607, 12.7   ], end= [22.4857, 15.875 ], mid= [23.4156, 13.6299])
Line0_0_7 = add_line(start= [22.4857, 15.875 ], end= [22.4857, 19.3047])
Arc0_0_8 = add_arc(start= [22.4857, 19.3047], end= [19.3107, 22.4797], mid= [21.5558, 21.5497])
Line0_0_9 = add_line(start= [19.3107, 22.4797], end= [-19.3107,  22.4797])
Arc0_0_10 = add_arc(start= [-19.3107,  22.4797], end= [-22.4857,  19.3047], mid= [-21.5558,  21.5497])
Line0_0_11 = add_line(start= [-22.4857,  19.3047], end= [-22.4857,  15.875 ])
Arc0_0_12 = add_arc(start= [-22.4857,  15.875 ], end= [-25.6607,  12.7   ], mid= [-23.4156,  13.6299])
Line0_0_13 = add_line(start= [-25.6607,  12.7   ], end= [-41.275,  12.7  ])
Arc0_0_14 = add_arc(start= [-41.275,  12.7  ], end= [-44.45 ,   9.525], mid= [-43.5201,  11.7701])
Line0_0_15 = add_line(start= [-44.45 ,   9.525], end= [-44.45 ,  -9.525])
Loop0_0 = add_loop(Curves0_0)
Curves0_1 = []
Circle0_1_0 = add_circle(center= [-34.925,   0.   ], radius= 4.7625)
Loop0_1 = add_loop(Curves0_1)
Curves0_2 = []
Circle0_2_0 = add_circle(center= [ 0. , 12.7], radius= 8.7312)
Loop0_2 = add_loop(Curves0_2)
Curves0_3 = []
Circle0_3_0 = add_circle(center= [34.925,  0.   ], radius= 4.7625)
Loop0_3 = add_loop(Curves0_3)
Profile0 = add_profile(Loops0)
Sketch0 = add_sketch(sketch_plane= SketchPlane0, profile= Profile0)
Extrude0 = add_extrude(sketch= Sketch0,
	operation= 0, type= 0, extent_one= 6.35, extent_two= 0.)
SketchPlane1 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops1 = []
Curves1_0 = []
Circle1_0_0 = add_circle(center= [-34.925,   0.   ], radius= 4.7625)
Loop1_0 = add_loop(Curves1_0)
Curves1_1 = []
Circle1_1_0 = add_circle(center= [-34.925,   0.   ], radius= 3.175)
Loop1_1 = add_loop(Curves1_1)
Profile1 = add_profile(Loops1)
Sketch1 = add_sketch(sketch_plane= SketchPlane1, profile= Profile1)
Extrude1 = add_extrude(sketch= Sketch1,
	operation= 1, type= 0, extent_one= 6.35, extent_two= 0.)
SketchPlane2 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops2 = []
Curves2_0 = []
Circle2_0_0 = add_circle(center= [34.925,  0.   ], radius= 4.7625)
Loop2_0 = add_loop(Curves2_0)
Curves2_1 = []
Circle2_1_0 = add_circle(center= [34.925,  0.   ], radius= 3.175)
Loop2_1 = add_loop(Curves2_1)
Profile2 = add_profile(Loops2)
Sketch2 = add_sketch(sketch_plane= SketchPlane2, profile= Profile2)
Extrude2 = add_extrude(sketch= Sketch2,
	operation= 1, type= 0, extent_one= 6.35, extent_two= 0.)
SketchPlane3 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops3 = []
Curves3_0 = []
Circle3_0_0 = add_circle(center= [ 0. , 12.7], radius= 8.7312)
Loop3_0 = add_loop(Curves3_0)
Curves3_1 = []
Circle3_1_0 = add_circle(center= [ 0. , 12.7], radius= 3.175)
Loop3_1 = add_loop(Curves3_1)
Profile3 = add_profile(Loops3)
Sketch3 = add_sketch(sketch_plane= SketchPlane3, profile= Profile3)
Extrude3 = add_extrude(sketch= Sketch3,
	operation= 1, type= 0, extent_one= 6.35, extent_two= 0.)
SketchPlane4 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops4 = []
Curves4_0 = []
Circle4_0_0 = add_circle(center= [ 0. , 12.7], radius= 8.7312)
Loop4_0 = add_loop(Curves4_0)
Curves4_1 = []
Circle4_1_0 = add_circle(center= [ 0. , 12.7], radius= 3.175)
Loop4_1 = add_loop(Curves4_1)
Profile4 = add_profile(Loops4)
Sketch4 = add_sketch(sketch_plane= SketchPlane4, profile= Profile4)
Extrude4 = add_extrude(sketch= Sketch4,
	operation= 2, type= 0, extent_one= 3.175, extent_two= 0.)
SketchPlane5 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops5 = []
Curves5_0 = []
Circle5_0_0 = add_circle(center= [34.925,  0.   ], radius= 4.7625)
Loop5_0 = add_loop(Curves5_0)
Curves5_1 = []
Circle5_1_0 = add_circle(center= [34.925,  0.   ], radius= 3.175)
Loop5_1 = add_loop(Curves5_1)
Profile5 = add_profile(Loops5)
Sketch5 = add_sketch(sketch_plane= SketchPlane5, profile= Profile5)
Extrude5 = add_extrude(sketch= Sketch5,
	operation= 2, type= 0, extent_one= 3.175, extent_two= 0.)
SketchPlane6 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "sameplane")
Loops6 = []
Curves6_0 = []
Circle6_0_0 = add_circle(center= [-34.925,   0.   ], radius= 4.7625)
Loop6_0 = add_loop(Curves6_0)
Curves6_1 = []
Circle6_1_0 = add_circle(center= [-34.925,   0.   ], radius= 3.175)
Loop6_1 = add_loop(Curves6_1)
Profile6 = add_profile(Loops6)
Sketch6 = add_sketch(sketch_plane= SketchPlane6, profile= Profile6)
Extrude6 = add_extrude(sketch= Sketch6,
	operation= 2, type= 0, extent_one= 3.175, extent_two= 0.)
