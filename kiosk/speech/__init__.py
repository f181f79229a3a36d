"""Reading aloud: voices, the child process they work in, and the speaker that asks it sentence by sentence."""
