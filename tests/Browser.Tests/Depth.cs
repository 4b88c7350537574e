namespace Beffroi.Browser.Tests;

/// <summary>How deep a run of the tests goes: a journey told already by other hands is played again under <c>./test --long</c> only.</summary>
static class Depth
{
    public const string Name = "Depth";
    public const string Long = "long";
}
