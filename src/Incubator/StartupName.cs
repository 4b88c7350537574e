using Beffroi.Kit;

namespace Beffroi.Incubator;

/// <summary>The name of a startup in its address, for whoever types it elsewhere than in a page.</summary>
public static class StartupName
{
    public static string Read(string? typed, Errors errors) => Typed.Slug(typed, "Slug", errors);
}
