namespace Beffroi.Encyclopedia.Translations;

/// <summary>A paragraph of the original that is no longer what a translation rendered.</summary>
/// <param name="Place">Where it is: <c>title</c>, <c>summary</c>, <c>fields.what</c>, <c>criteria.massive</c>, <c>steps.capture</c>.</param>
/// <param name="Before">As it was rendered; null for a new one.</param>
/// <param name="Now">Null for one that was taken away.</param>
public sealed record ParagraphChange(string Place, string? Before, string? Now);
