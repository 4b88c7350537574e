namespace Beffroi.Dsfr;

/// <summary>What an alert says about what happened.</summary>
public enum AlertKind
{
    /// <summary>To know.</summary>
    Info,

    /// <summary>It worked.</summary>
    Success,

    /// <summary>To be careful about.</summary>
    Warning,

    /// <summary>It failed.</summary>
    Error,
}

/// <summary>The colour and icon of a badge; its words carry the meaning.</summary>
public enum BadgeKind
{
    /// <summary>Grey, no icon.</summary>
    Neutral,

    /// <summary>To know.</summary>
    Info,

    /// <summary>Good, done.</summary>
    Success,

    /// <summary>To be careful about.</summary>
    Warning,

    /// <summary>Failed, refused.</summary>
    Error,

    /// <summary>Recently added.</summary>
    New,
}

/// <summary>How much a button stands out. One primary button at most on a page.</summary>
public enum ButtonKind
{
    /// <summary>The main act of the page.</summary>
    Primary,

    /// <summary>An act beside the main one.</summary>
    Secondary,

    /// <summary>A minor act.</summary>
    Tertiary,

    /// <summary>A minor act, without outline.</summary>
    TertiaryNoOutline,
}

/// <summary>The height of a button.</summary>
public enum ButtonSize
{
    /// <summary>32 px.</summary>
    Small,

    /// <summary>40 px.</summary>
    Medium,

    /// <summary>48 px.</summary>
    Large,
}

/// <summary>What a site-wide notice announces.</summary>
public enum NoticeKind
{
    /// <summary>To know.</summary>
    Info,

    /// <summary>To be careful about.</summary>
    Warning,

    /// <summary>To act upon.</summary>
    Alert,
}
