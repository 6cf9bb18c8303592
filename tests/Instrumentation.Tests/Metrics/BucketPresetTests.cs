using Instrumentation.Metrics;
using Instrumentation.Operations;

namespace Instrumentation.Tests.Metrics;

public sealed class BucketPresetTests
{
    public static TheoryData<BucketPreset> Presets => [.. Enum.GetValues<BucketPreset>().Where(static preset => preset != BucketPreset.None)];

    [Theory]
    [MemberData(nameof(Presets))]
    public void EveryPresetHasAscendingBounds(BucketPreset preset)
    {
        var bounds = BucketPresets.BoundsOf(preset);
        Assert.InRange(bounds.Length, 5, 20);
        Assert.Equal(bounds.Distinct().Order(), bounds);
        Assert.True(bounds[0] > 0);
    }

    [Fact]
    public void PresetsSayWhatTheirNamesPromise()
    {
        Assert.Equal(DurationBuckets.Default, BucketPresets.BoundsOf(BucketPreset.Duration));
        Assert.Contains(1.0 / 60, BucketPresets.BoundsOf(BucketPreset.FrameTime));
        Assert.Equal((30.0, 8 * 3600.0), (BucketPresets.BoundsOf(BucketPreset.SessionLength)[0], BucketPresets.BoundsOf(BucketPreset.SessionLength)[^1]));
        Assert.Equal((64.0, 16.0 * 1024 * 1024), (BucketPresets.BoundsOf(BucketPreset.Size)[0], BucketPresets.BoundsOf(BucketPreset.Size)[^1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => BucketPresets.BoundsOf(BucketPreset.None));
    }
}
