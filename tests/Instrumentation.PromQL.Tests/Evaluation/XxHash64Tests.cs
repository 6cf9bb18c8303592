using System.Text;
using Instrumentation.PromQL.Evaluation.Nodes;

namespace Instrumentation.PromQL.Tests.Evaluation;

public sealed class XxHash64Tests
{
    [Theory]
    [InlineData("", 0xEF46DB3751D8E999)]
    [InlineData("a", 0xD24EC4F1A98C6E5B)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    [InlineData("Nobody inspects the spammish repetition", 0xFBCEA83C8A378BF1)]
    public void Agrees_with_the_reference(string text, ulong hash)
    {
        Assert.Equal(hash, XxHash64.Compute(Encoding.UTF8.GetBytes(text)));
    }
}
