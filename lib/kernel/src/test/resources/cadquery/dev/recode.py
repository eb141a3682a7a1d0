import cadquery as cq
w0=cq.Workplane('ZX',origin=(0,37,0))
w1=cq.Workplane('YZ',origin=(-12,0,0))
r=w0.sketch().segment((-50,-9),(50,-9)).segment((50,9)).segment((-50,9)).close().assemble().push([(-20,0)]).circle(4,mode='s').push([(20.5,0)]).rect(9,8,mode='s').finalize().extrude(-74).union(w1.workplane(offset=5/2).moveTo(0,10).box(20,30,15)).union(w1.sketch().arc((-8,10),(0,18),(8,10)).segment((8,-10)).segment((-8,-10)).close().assemble().finalize().extrude(24))
