namespace Beffroi.Eva.Paper;

/// <summary>Who makes PDF files, from configuration (section <c>Eva:Pdf</c>).</summary>
public sealed record PdfSettings
{
    /// <summary>Path of a Chromium of the operator; null where there is none: pages are then printed from the reader's browser.</summary>
    public string? Chromium { get; init; }

    /// <summary>Its sandbox needs rights that a container may not give. Only what this service wrote is opened, without script and without network.</summary>
    public bool WithoutSandbox { get; init; }

    /// <summary>Beyond it the print is stopped. A restitution takes two or three seconds.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(60);
}
