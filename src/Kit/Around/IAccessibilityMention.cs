namespace Beffroi.Kit;

/// <summary>What the law lets a service say of its accessibility (decree 2019-768 of 24 July 2019, article 5).</summary>
public enum AccessibilityStatus
{
    /// <summary>Less than half, or no audit in force.</summary>
    NotCompliant,

    /// <summary>Half at least.</summary>
    PartiallyCompliant,

    /// <summary>All of it.</summary>
    FullyCompliant,
}

/// <summary>The mention in the foot of every page; the module that keeps audits answers, from memory.</summary>
public interface IAccessibilityMention
{
    ValueTask<AccessibilityStatus> Read(CancellationToken ct);
}

public static class AccessibilityWords
{
    public static string In(this AccessibilityStatus status, Lang language) => status switch
    {
        AccessibilityStatus.NotCompliant => language.Say("non conforme", "not compliant"),
        AccessibilityStatus.PartiallyCompliant => language.Say("partiellement conforme", "partially compliant"),
        AccessibilityStatus.FullyCompliant => language.Say("totalement conforme", "fully compliant"),
    };

    /// <summary>The words of the footer: those of the law, to the letter (a plain space), for who looks for them by program.</summary>
    public static string Mention(this AccessibilityStatus status, Lang language) => language.Say("Accessibilité : ", "Accessibility: ") + status.In(language);
}
