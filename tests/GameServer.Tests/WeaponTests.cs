using GameServer.Combat;

namespace GameServer.Tests;

public sealed class WeaponTests
{
    private static readonly Weapon s_weapon = new(Damage: 40, FullDamageUpTo: 10, Range: 30, Accuracy: 1, Cooldown: TimeSpan.Zero);

    [Theory]
    [InlineData(0, 40)]
    [InlineData(10, 40)]
    [InlineData(20, 25)]
    [InlineData(30, 10)]
    [InlineData(30.01, 0)]
    public void DamageFallsOffToAQuarterAtTheEndOfTheRange(float distance, float damage) =>
        Assert.Equal(damage, s_weapon.DamageAt(distance), tolerance: 0.001f);

    [Fact]
    public void EveryWeaponIsInTheArsenal() => Assert.All(Enum.GetValues<WeaponType>(), type => Assert.True(Weapon.Of(type).Damage > 0));
}
