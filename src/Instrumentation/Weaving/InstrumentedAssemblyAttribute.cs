using System.ComponentModel;

namespace Instrumentation.Weaving;

/// <summary>
/// Marks an assembly that contains monitored methods, so that an executable that refers to it registers its operations at start.
/// For generated code only.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class InstrumentedAssemblyAttribute : Attribute;
