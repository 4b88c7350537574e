namespace Beffroi.Ads;

/// <summary>A value among those offered, by its exact name: anything else is refused.</summary>
public static class Choice
{
    public static bool Is<T>(string? text, out T value) where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: false, out value) && Enum.IsDefined(value) && string.Equals(Enum.GetName(value), text, StringComparison.Ordinal);

    /// <summary>The same for an answer that may be left out: false when something is there and is not among those offered.</summary>
    public static bool IsOrEmpty<T>(string? text, out T? value) where T : struct, Enum
    {
        value = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (!Is<T>(text, out var found))
        {
            return false;
        }

        value = found;
        return true;
    }
}
