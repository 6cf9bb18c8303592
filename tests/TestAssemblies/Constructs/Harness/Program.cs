using Constructs.Harness;

return args switch
{
    ["run", var output, .. var skipped] => await Runner.Run(output, skipped),
    ["exit", var how] => Exits.By(how),
    _ => throw new ArgumentException("run OUTPUT [SCENARIO-TO-SKIP…] | exit HOW"),
};
