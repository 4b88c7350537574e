namespace Beffroi.Encyclopedia.Differences;

/// <summary>Where something stands in an entry: a field of an item of a list, or the whole item when no field is named.</summary>
/// <param name="List">As in <see cref="Pieces"/>.</param>
/// <param name="Id">What makes it the same item before and after; <see cref="Order"/> for the order of the list.</param>
public sealed record EntryPlace(string List, string Id, string? Field)
{
    public const string Order = "\u2195";

    /// <summary>All of it in one word, for forms.</summary>
    public string Key => string.Concat((Field is null ? $"{List}|{Id}" : $"{List}|{Id}|{Field}").Select(c => char.IsWhiteSpace(c) ? '_' : c));

    public bool IsOrder => Field is null && string.Equals(Id, Order, StringComparison.Ordinal);
}
