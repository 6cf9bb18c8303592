using System.Globalization;
using Instrumentation.Exposition;

namespace Instrumentation.Tests.Exposition;

public sealed class CanonicalNumberTests
{
    [Theory]
    [InlineData(0, "0", "0.0")]
    [InlineData(1, "1", "1.0")]
    [InlineData(0.0001, "0.0001", "0.0001")]
    [InlineData(0.00001, "1e-05", "1e-05")]
    [InlineData(0.00025, "0.00025", "0.00025")]
    [InlineData(2.5, "2.5", "2.5")]
    [InlineData(123456, "123456", "123456.0")]
    [InlineData(1e6, "1e+06", "1e+06")]
    [InlineData(1.5e7, "1.5e+07", "1.5e+07")]
    [InlineData(-0.25, "-0.25", "-0.25")]
    [InlineData(1e100, "1e+100", "1e+100")]
    [InlineData(double.PositiveInfinity, "+Inf", "+Inf")]
    public void Bounds_are_written_as_other_clients_write_them(double value, string text, string openMetrics)
    {
        Assert.Equal(text, CanonicalNumber.Format(value, openMetrics: false));
        Assert.Equal(openMetrics, CanonicalNumber.Format(value, openMetrics: true));
    }

    [Fact]
    public void Every_number_reads_back_as_itself()
    {
        var random = new Random(11);
        for (var i = 0; i < 20_000; i++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (double.IsFinite(value))
            {
                Assert.Equal(value, double.Parse(CanonicalNumber.Format(value, openMetrics: i % 2 == 0), CultureInfo.InvariantCulture));
            }
        }
    }
}
