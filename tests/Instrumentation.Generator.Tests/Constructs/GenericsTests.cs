namespace Instrumentation.Generator.Tests.Constructs;

public sealed class GenericsTests
{
    [Theory]
    [InlineData("where T : class")]
    [InlineData("where T : class?")]
    [InlineData("where T : struct")]
    [InlineData("where T : unmanaged")]
    [InlineData("where T : notnull")]
    [InlineData("where T : new()")]
    [InlineData("where T : Base, IDisposable, new()")]
    [InlineData("where T : Base?, IComparable<T>")]
    [InlineData("where T : class, IEnumerable<T?>, new()")]
    [InlineData("where T : struct, Enum")]
    [InlineData("where T : Delegate")]
    [InlineData("where T : allows ref struct")]
    [InlineData("where T : struct, IDisposable, allows ref struct")]
    [InlineData("where T : TOuter")]
    [InlineData("where T : System.Numerics.INumber<T>")]
    public void Constraint(string constraint) => Construct.IsWrapped($$"""
        public class Base;
        public partial class C<TOuter> { [MonitoredOperation] public T M<T, U>(T a, scoped ref T b, U c) {{constraint}} where U : IEnumerable<TOuter> => a; }
        """);

    [Fact]
    public void Explicit_implementations_and_overrides_state_the_constraints_they_inherit() => Construct.IsWrapped("""
        public interface I { T? M<T>(T? a) where T : class, IDisposable; T? N<T>(T? a); U? O<U>(U? a) where U : struct, IComparable<U>; }
        public abstract class Base<U> { public abstract T M<T>(T a) where T : U, new(); public abstract T? D<T>(T? a); }
        public partial class C : Base<object>, I
        {
            [MonitoredOperation] T? I.M<T>(T? a) where T : class => a;
            [MonitoredOperation] T? I.N<T>(T? a) where T : default => a;
            [MonitoredOperation] U? I.O<U>(U? a) => a;
            [MonitoredOperation] public override T M<T>(T a) => a;
            [MonitoredOperation] public override T? D<T>(T? a) where T : default => a;
        }
        """, wrappers: 5);

    [Fact]
    public void Nested_generic_types() => Construct.IsWrapped("""
        namespace Game;
        public partial class Outer<T> where T : class
        {
            public enum Mode { Easy, Hard }
            internal partial struct Inner<U> where U : unmanaged
            {
                private partial record Deep<V>
                {
                    [MonitoredOperation] private Dictionary<T, (U, V)>? M<W>(W a, Outer<W>.Mode b, [MetricLabel] Mode mode) where W : class => null;
                    [MonitoredOperation] private int N<W>([MetricLabel] Outer<W>.Mode mode) where W : class => 1;
                }
            }
        }
        """, wrappers: 2);

    [Fact]
    public void Type_parameter_named_like_the_containing_types() => Construct.IsWrapped("""
        #pragma warning disable CS0693
        public partial class C<T> { [MonitoredOperation] public T M<T>(T a) => a; }
        """);

    [Fact]
    public void Variant_interface() => Construct.IsWrapped("""
        public partial interface I<in TIn, out TOut> { [MonitoredOperation] TOut M(TIn a) => throw new NotSupportedException(); }
        """);
}
