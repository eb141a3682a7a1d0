SketchPlane0 = add_sketchplane(
	origin= [0., 0., 0.], normal= [0., 0., 1.], x_axis= [1., 0., 0.])
Loops0 = []
Curves0_0 = []
Arc0_0_0 = add_arc(start= [-5., -6.], end= [-3.5, -7.5], mid= [-4.5607, -7.0607])
Line0_0_1 = add_line(start= [-3.5, -7.5], end= [ 3.5, -7.5])
Arc0_0_2 = add_arc(start= [ 3.5, -7.5], end= [ 5., -6.], mid= [ 4.5607, -7.0607])
Line0_0_3 = add_line(start= [ 5., -6.], end= [5., 6.])
Arc0_0_4 = add_arc(start= [5., 6.], end= [3.5, 7.5], mid= [4.5607, 7.0607])
Line0_0_5 = add_line(start= [3.5, 7.5], end= [-3.5,  7.5])
Arc0_0_6 = add_arc(start= [-3.5,  7.5], end= [-5.,  6.], mid= [-4.5607,  7.0607])
Line0_0_7 = add_line(start= [-5.,  6.], end= [-5., -6.])
Loop0_0 = add_loop(Curves0_0)
Curves0_1 = []
Circle0_1_0 = add_circle(center= [0., 0.], radius= 2.5)
Loop0_1 = add_loop(Curves0_1)
Profile0 = add_profile(Loops0)
Sketch0 = add_sketch(sketch_plane= SketchPlane0, profile= Profile0)
Extrude0 = add_extrude(sketch= Sketch0,
	operation= 0, type= 0, extent_one= 1.6, extent_two= 0.)
SketchPlane1 = add_sketchplane_ref(
	Extrude0, origin = [0., 0.], type = "extent_one")
Loops1 = []
Curves1_0 = []
Circle1_0_0 = add_circle(center= [0., 0.], radius= 3.45)
Loop1_0 = add_loop(Curves1_0)
Curves1_1 = []
Circle1_1_0 = add_circle(center= [0., 0.], radius= 2.5)
Loop1_1 = add_loop(Curves1_1)
Profile1 = add_profile(Loops1)
Sketch1 = add_sketch(sketch_plane= SketchPlane1, profile= Profile1)
Extrude1 = add_extrude(sketch= Sketch1,
	operation= 1, type= 0, extent_one= 1.4, extent_two= 0.)
