namespace Instrumentation.Conformance.Tests.Catalogue;

/// <summary>Items that tests of other projects prove, or prove in more depth.</summary>
internal static class Elsewhere
{
    /// <summary>The item, the file of the test class, and the test.</summary>
    public static IReadOnlyList<(string Item, string File, string Test)> Tests { get; } =
    [
        ("type not partial (refused, with a fix that makes it and its containers partial)", "Instrumentation.Analyzers.Tests/Rules/INST001TypeNotPartialTests.cs", "INST001TypeNotPartialTests"),
        ("incremental build, no double weaving", "Instrumentation.Weaver.Tests/BuildTests.cs", "ABuildThatHasNothingToDo_WeavesAndCopiesNothing_AndAnEditWeavesAgain"),
        ("up-to-date check", "Instrumentation.Weaver.Tests/BuildTests.cs", "TheSwitch_TakesEffectBothWays_AndTheReferenceAssemblyNeverChanges"),
        ("reference assembly unchanged", "Instrumentation.Weaver.Tests/BuildTests.cs", "TheSwitch_TakesEffectBothWays_AndTheReferenceAssemblyNeverChanges"),
        ("multi-targeting", "Instrumentation.Weaver.Tests/BuildTests.cs", "SeveralTargetFrameworks_InParallel_AsGraph_AndCleanedUp"),
        ("parallel builds, `dotnet build -graph`", "Instrumentation.Weaver.Tests/BuildTests.cs", "SeveralTargetFrameworks_InParallel_AsGraph_AndCleanedUp"),
        ("`dotnet watch` and hot reload of a monitored method (never a crash)", "Instrumentation.Weaver.Tests/BuildTests.cs", "DesignTimeBuilds_AndWatchBuilds_AreNotWoven"),
        ("strong-named assembly", "Instrumentation.Weaver.Tests/BuildTests.cs", "AKeyFile_SignsTheWovenAssembly"),
        ("package reference", "Instrumentation.Package.Tests/ConsumerTests.cs", "AConsoleApplication_IsGenerated_Analyzed_AndWoven"),
        ("ReadyToRun, single file, trimming", "Instrumentation.Package.Tests/ConsumerTests.cs", "Published_ItIsStillMeasured"),
    ];
}
