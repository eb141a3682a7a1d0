SketchPlane0 = add_sketchplane(
	origin= [0., 0., 0.], normal= [0., 0., 1.], x_axis= [1., 0., 0.])
Loops0 = []
Curves0_0 = []
Line0_0_0 = add_line(start= [0., 0.], end= [10.,  0.])
Line0_0_1 = add_line(start= [10.,  0.], end= [10.,  3.])
Line0_0_2 = add_line(start= [10.,  3.], end= [3., 3.])
Line0_0_3 = add_line(start= [3., 3.], end= [ 3., 10.])
Line0_0_4 = add_line(start= [ 3., 10.], end= [ 0., 10.])
Line0_0_5 = add_line(start= [ 0., 10.], end= [0., 0.])
Loop0_0 = add_loop(Curves0_0)
Profile0 = add_profile(Loops0)
Sketch0 = add_sketch(sketch_plane= SketchPlane0, profile= Profile0)
Extrude0 = add_extrude(sketch= Sketch0,
	operation= 0, type= 0, extent_one= 20., extent_two= 0.)
SketchPlane1 = add_sketchplane_ref(
	Extrude0, origin= [0., 0.], type= "line", line= Line0_0_0)
Loops1 = []
Curves1_0 = []
Circle1_0_0 = add_circle(center= [ 6.5, 10. ], radius= 1.7526)
Loop1_0 = add_loop(Curves1_0)
Profile1 = add_profile(Loops1)
Sketch1 = add_sketch(sketch_plane= SketchPlane1, profile= Profile1)
Extrude1 = add_extrude(sketch= Sketch1,
	operation= 2, type= 0, extent_one= -25., extent_two= 0.)
