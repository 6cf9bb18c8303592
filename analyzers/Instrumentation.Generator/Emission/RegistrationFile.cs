using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Prints the file of the assembly: what runs when it is loaded.</summary>
internal static class RegistrationFile
{
    public const string HintName = "InstrumentationRegistration.g.cs";

    public static string Print(RegistrationModel registration)
    {
        var writer = new SourceWriter();
        FileHeader.Print(writer, "Registers the operations and metrics of the assembly when it is loaded.");
        writer.Blank();
        if (registration.IsInstrumented)
        {
            writer.Lines("[assembly: global::Instrumentation.Weaving.InstrumentedAssembly]");
            writer.Blank();
        }

        using (writer.Block($"namespace {registration.Assembly.Namespace}"))
        {
            writer.Lines($"""
                /// <summary>Makes every series that is known at compile time, so that it is there as 0 before the first call.</summary>
                [global::System.CodeDom.Compiler.GeneratedCode({GeneratedBy.Arguments})]
                """);
            using (writer.Block("internal static class Registration"))
            {
                PrintInitializer(writer, registration);
                PrintReferences(writer, registration);
                if (registration.HasWrappers)
                {
                    writer.Blank();
                    writer.Lines("""
                        /// <summary>The weaver makes this return true. Where it never ran, nothing is measured, and the runtime says so.</summary>
                        [global::Instrumentation.Weaving.WovenFlag]
                        private static bool IsWoven() => false;
                        """);
                }
            }
        }

        return writer.ToString();
    }

    private static void PrintInitializer(SourceWriter writer, RegistrationModel registration)
    {
        writer.Lines("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        using (writer.Block("internal static void Register()"))
        {
            if (registration.Prefixes.Count > 0)
            {
                writer.Lines("// First: the metrics of these assemblies are named when they are loaded.");
            }

            foreach (var prefix in registration.Prefixes)
            {
                writer.Lines($"global::Instrumentation.Metrics.MetricPrefixes.Set({Code.Text(prefix.Assembly)}, {Code.Text(prefix.Prefix)});");
            }

            foreach (var holder in registration.OperationsClasses.Concat(registration.InstrumentsClasses))
            {
                writer.Lines(
                    $"global::System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof({holder}).TypeHandle);");
            }

            foreach (var readers in registration.Readers)
            {
                writer.Lines($"{readers}();");
            }

            if (registration.ReferencedTypes.Count > 0)
            {
                writer.Lines("RegisterReferenced();");
            }

            if (registration.HasWrappers)
            {
                writer.Lines($"global::Instrumentation.Weaving.WovenAssemblies.Report({Code.Text(registration.Assembly.Name)}, IsWoven());");
            }
        }
    }

    /// <summary>A method of its own: one that names a type of another module runs that module's initializer before its own first line.</summary>
    private static void PrintReferences(SourceWriter writer, RegistrationModel registration)
    {
        if (registration.ReferencedTypes.Count == 0)
        {
            return;
        }

        writer.Blank();
        writer.Lines("""
            /// <summary>Referenced assemblies with operations or metrics of their own, which would not be loaded before their first use.</summary>
            /// <remarks>Not part of <see cref="Register"/>, which would load them before its first line: a method's types are looked up before it runs.</remarks>
            [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
            """);
        using (writer.Block("private static void RegisterReferenced()"))
        {
            foreach (var type in registration.ReferencedTypes)
            {
                writer.Lines(
                    $"global::System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(typeof({type}).Module.ModuleHandle);");
            }
        }
    }
}
