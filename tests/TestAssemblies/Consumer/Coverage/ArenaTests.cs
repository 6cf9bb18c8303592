using Games;
using Xunit;

namespace Coverage;

public class ArenaTests
{
    [Fact]
    public async Task Join_and_leave()
    {
        Assert.Equal("Ada joined at 1", new Arena().Join("Ada"));
        Assert.Equal(4, await new Arena().LeaveAsync(2));
        Assert.Equal([0, 1], Arena.Rounds(2));
    }
}
