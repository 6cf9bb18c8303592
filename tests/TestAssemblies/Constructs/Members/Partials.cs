using Constructs.Harness;
using Instrumentation;

namespace Constructs.Members;

public partial class Partials
{
    [MonitoredOperation]
    public partial int OnTheDeclaration(int value);

    public partial string OnTheImplementation(string text, int times);

    [MonitoredOperation]
    public partial Task<int> AsyncOne(int value);
}

public partial class Partials
{
    public partial int OnTheDeclaration(int value) => value + 1;

    [MonitoredOperation]
    public partial string OnTheImplementation(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    public async partial Task<int> AsyncOne(int value)
    {
        await Task.Yield();
        return value + 2;
    }
}

public static class PartialsScenarios
{
    [Scenario("partial method")]
    [Calls("Partials.OnTheDeclaration", 1)]
    [Calls("Partials.OnTheImplementation", 1)]
    [Calls("Partials.AsyncOne", 1)]
    public static async Task With_a_body_of_their_own(Observer see)
    {
        var service = new Partials();
        see.That("declaration", service.OnTheDeclaration(1));
        see.That("implementation", service.OnTheImplementation("ab", 2));
        see.That("async", await service.AsyncOne(3));
    }
}
