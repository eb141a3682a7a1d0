assert 1 > 2, 'order'
