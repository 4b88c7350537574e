namespace Beffroi.Cli.Coordination;

/// <summary>A choice by its name and nothing else: <see cref="Enum.TryParse{T}(string, bool, out T)"/> also takes numbers (-1, +1) and lists.</summary>
static class NamedChoice
{
    public static bool TryRead<T>(string text, out T choice)
        where T : struct, Enum
    {
        foreach (var one in Enum.GetValues<T>())
        {
            if (one.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                choice = one;
                return true;
            }
        }

        choice = default;
        return false;
    }
}
