// A counter with enable and load, and the parity of what it holds.
module counter #(parameter WIDTH = 8) (
  input clock, reset, enable, load,
  input [WIDTH-1:0] value,
  output reg [WIDTH-1:0] count,
  output parity, wrapped
);
  wire [WIDTH-1:0] next = count + 1'b1;
  always @(posedge clock)
    if (reset) count <= 0;
    else if (load) count <= value;
    else if (enable) count <= next;
  assign parity = ^count;
  assign wrapped = enable & ~|next;
endmodule
