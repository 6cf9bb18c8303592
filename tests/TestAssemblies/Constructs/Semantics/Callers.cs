using System.Linq.Expressions;
using System.Reflection;
using Constructs.Harness;
using Instrumentation;

namespace Constructs.Semantics;

public partial interface ICalculator
{
    int Double(int value);
}

public partial class Calculator : ICalculator
{
    private readonly int _offset = int.Parse("0", null);

    [MonitoredOperation]
    public int Double(int value) => (value * 2) + _offset;

    [MonitoredOperation]
    public static string Join<T>(T left, T right) => $"{left}{right}";
}

public static class CallersScenarios
{
    private delegate int Doubler(int value);

    [Scenario("delegates and method groups")]
    [Calls("Calculator.Double", 8)]
    [Calls("Calculator.Join", 2)]
    public static void Delegates(Observer see)
    {
        var service = new Calculator();
        Func<int, int> group = service.Double;
        Doubler own = service.Double;
        see.That("method group", group(1) + own(2));
        see.That("name", group.Method.Name);
        see.That("equal", group.Equals((Func<int, int>)service.Double));
        see.That("passed on", new[] { 1, 2 }.Select(service.Double));
        see.That("open instance", typeof(Calculator).GetMethod("Double")!.CreateDelegate<Func<Calculator, int, int>>()(service, 3));
        var all = group;
        all += group;
        see.That("multicast", all(4));
        Func<string, string, string> join = Calculator.Join;
        see.That("static generic", join("a", "b"));
        Expression<Func<Calculator, int>> expression = c => c.Double(5);
        see.That("expression", expression.Compile(preferInterpretation: true)(service));
        unsafe
        {
            delegate*<string, string, string> pointer = &Calculator.Join<string>;
            see.That("function pointer", pointer("c", "d"));
        }
    }

    [Scenario("constrained calls")]
    [Calls("Calculator.Double", 3)]
    public static void Through_interface_and_dynamic(Observer see)
    {
        ICalculator byInterface = new Calculator();
        see.That("interface", byInterface.Double(1));
        see.That("constraint", Call(new Calculator()));
        dynamic late = byInterface;
        see.That("dynamic", (object)late.Double(3));
    }

    [Scenario("reflection: the generated members do not surprise (EditorBrowsable never, not in serialisers)")]
    [Calls("Calculator.Double", 1)]
    [Calls("Calculator.Join", 1)]
    [Calls("Serialised.Copy.get", 1)]
    public static void Reflection(Observer see)
    {
        var service = new Calculator();
        see.That("invoked", typeof(Calculator).GetMethod("Double")!.Invoke(service, [21]));
        see.That("generic", typeof(Calculator).GetMethod("Join")!.MakeGenericMethod(typeof(int)).Invoke(null, [1, 2]));
        see.That("public members", typeof(Calculator).GetMembers().Select(m => m.ToString()).Order());
        see.That("fields", typeof(Calculator).GetFields(Everything).Select(m => m.Name));
        see.That("json", System.Text.Json.JsonSerializer.Serialize(new Serialised { Text = "t" }));
        see.That("interfaces", typeof(Calculator).GetInterfaces().Select(t => t.Name));
        // What is added is private and hidden from completion lists.
        see.Holds("added members are hidden", typeof(Calculator).GetMethods(Everything)
            .Where(m => m.Name.Contains("__", StringComparison.Ordinal))
            .All(m => m.IsPrivate && m.GetCustomAttribute<System.ComponentModel.EditorBrowsableAttribute>()?.State
                == System.ComponentModel.EditorBrowsableState.Never));
        see.Holds("no wrapper is left behind", !typeof(Calculator).GetMethods(Everything)
            .Any(m => m.Name.Contains("__Monitored", StringComparison.Ordinal)));
        see.That("public types", typeof(Calculator).Assembly.GetExportedTypes().Select(t => t.FullName).Order());
    }

    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static int Call<T>(T calculator)
        where T : ICalculator => calculator.Double(2);

}

public partial class Serialised
{
    public string Text { get; set; } = "";

    public string Copy
    {
        [MonitoredOperation]
        get => Text;
    }
}
