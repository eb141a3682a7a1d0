SketchPlane0 = add_sketchplane(
	origin= [0., 0., 0.], normal= [0., 0., 1.], x_axis= [1., 0., 0.])
Loops0 = []
Curves0_0 = []
Arc0_0_0 = add_arc(start= [-13.,  -4.], end= [-9., -8.], mid= [-11.8284,  -6.8284])
Line0_0_1 = add_line(start= [-9., -8.], end= [ 9., -8.])
Arc0_0_2 = add_arc(start= [ 9., -8.], end= [13., -4.], mid= [11.8284, -6.8284])
Line0_0_3 = add_line(start= [13., -4.], end= [13.,  2.])
Arc0_0_4 = add_arc(start= [13.,  2.], end= [11.,  4.], mid= [12.4142,  3.4142])
Line0_0_5 = add_line(start= [11.,  4.], end= [7., 4.])
Arc0_0_6 = add_arc(start= [7., 4.], end= [-1.5,  3.5], mid= [2.7573, 3.6251])
Line0_0_7 = add_line(start= [-1.5,  3.5], end= [-11. ,   3.5])
Arc0_0_8 = add_arc(start= [-11. ,   3.5], end= [-13. ,   1.5], mid= [-12.4142,   2.9142])
Line0_0_9 = add_line(start= [-13. ,   1.5], end= [-13.,  -4.])
Loop0_0 = add_loop(Curves0_0)
Curves0_1 = []
Circle0_1_0 = add_circle(center= [-7.,  0.], radius= 1.5)
Loop0_1 = add_loop(Curves0_1)
Curves0_2 = []
Circle0_2_0 = add_circle(center= [7., 0.], radius= 1.5)
Loop0_2 = add_loop(Curves0_2)
Profile0 = add_profile(Loops0)
Sketch0 = add_sketch(sketch_plane= SketchPlane0, profile= Profile0)
Extrude0 = add_extrude(sketch= Sketch0,
	operation= 0, type= 0, extent_one= 4., extent_two= 0.)
SketchPlane1 = add_sketchplane(
	origin= [0., 0., 0.], normal= [1., 0., 0.], x_axis= [ 0.,  1., -0.])
Loops1 = []
Curves1_0 = []
Line1_0_0 = add_line(start= [-8.,  0.], end= [3., 0.])
Line1_0_1 = add_line(start= [3., 0.], end= [ 3., 20.])
Arc1_0_2 = add_arc(start= [ 3., 20.], end= [-1., 24.], mid= [ 1.8284, 22.8284])
Line1_0_3 = add_line(start= [-1., 24.], end= [-4., 24.])
Arc1_0_4 = add_arc(start= [-4., 24.], end= [-8., 20.], mid= [-6.8284, 22.8284])
Line1_0_5 = add_line(start= [-8., 20.], end= [-8.,  0.])
Loop1_0 = add_loop(Curves1_0)
Curves1_1 = []
Arc1_1_0 = add_arc(start= [-4. , 13.5], end= [-1. , 13.5], mid= [-2.5, 12. ])
Line1_1_1 = add_line(start= [-1. , 13.5], end= [-1. , 19.5])
Arc1_1_2 = add_arc(start= [-1. , 19.5], end= [-4. , 19.5], mid= [-2.5, 21. ])
Line1_1_3 = add_line(start= [-4. , 19.5], end= [-4. , 13.5])
Loop1_1 = add_loop(Curves1_1)
Profile1 = add_profile(Loops1)
Sketch1 = add_sketch(sketch_plane= SketchPlane1, profile= Profile1)
Extrude1 = add_extrude(sketch= Sketch1,
	operation= 1, type= 1, extent_one= 1.5, extent_two= 0.)
SketchPlane2 = add_sketchplane_ref(
	Extrude0, origin= [ 9., 10.], type= "line", line= Line0_0_1)
Loops2 = []
Curves2_0 = []
Line2_0_0 = add_line(start= [-9., -6.], end= [-1.5, -6. ])
Line2_0_1 = add_line(start= [-1.5, -6. ], end= [-1.5,  0. ])
Line2_0_2 = add_line(start= [-1.5,  0. ], end= [-9., -6.])
Loop2_0 = add_loop(Curves2_0)
Profile2 = add_profile(Loops2)
Sketch2 = add_sketch(sketch_plane= SketchPlane2, profile= Profile2)
Extrude2 = add_extrude(sketch= Sketch2,
	operation= 1, type= 0, extent_one= -4., extent_two= 0.)
SketchPlane3 = add_sketchplane_ref(
	Extrude0, origin= [ 9., 10.], type= "line", line= Line0_0_1)
Loops3 = []
Curves3_0 = []
Line3_0_0 = add_line(start= [ 1.5, -6. ], end= [ 9., -6.])
Line3_0_1 = add_line(start= [ 9., -6.], end= [1.5, 0. ])
Line3_0_2 = add_line(start= [1.5, 0. ], end= [ 1.5, -6. ])
Loop3_0 = add_loop(Curves3_0)
Profile3 = add_profile(Loops3)
Sketch3 = add_sketch(sketch_plane= SketchPlane3, profile= Profile3)
Extrude3 = add_extrude(sketch= Sketch3,
	operation= 1, type= 0, extent_one= -4., extent_two= 0.)
SketchPlane4 = add_sketchplane_ref(
	Extrude0, origin= [ 9., 10.], type= "line", line= Line0_0_1)
Loops4 = []
Curves4_0 = []
Line4_0_0 = add_line(start= [-1.5, -6. ], end= [ 1.5, -6. ])
Line4_0_1 = add_line(start= [ 1.5, -6. ], end= [1.5, 0. ])
Line4_0_2 = add_line(start= [1.5, 0. ], end= [-1.5,  0. ])
Line4_0_3 = add_line(start= [-1.5,  0. ], end= [-1.5, -6. ])
Loop4_0 = add_loop(Curves4_0)
Profile4 = add_profile(Loops4)
Sketch4 = add_sketch(sketch_plane= SketchPlane4, profile= Profile4)
Extrude4 = add_extrude(sketch= Sketch4,
	operation= 1, type= 0, extent_one= -4., extent_two= 0.)
