module opencases

go 1.26
