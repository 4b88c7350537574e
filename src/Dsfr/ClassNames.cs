namespace Beffroi.Dsfr;

/// <summary>Builds the value of a <c>class</c> attribute.</summary>
public static class ClassNames
{
    /// <summary>Joins the names that are present with one space, in order.</summary>
    public static string Of(params ReadOnlySpan<string?> names)
    {
        var present = new List<string>(names.Length);
        foreach (var name in names)
        {
            if (!string.IsNullOrWhiteSpace(name))
            {
                present.Add(name.Trim());
            }
        }

        return string.Join(' ', present);
    }

    /// <summary>The class of an icon, given its name with or without <c>fr-icon-</c>; null without a name.</summary>
    public static string? Icon(string? name) =>
        string.IsNullOrWhiteSpace(name) ? null
        : name.StartsWith("fr-icon-", StringComparison.Ordinal) ? name
        : "fr-icon-" + name;
}
