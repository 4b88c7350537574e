namespace Beffroi.Crowdsourcing;

/// <summary>What may be wrong with a line.</summary>
public enum LineProblemKind
{
    /// <summary>More or fewer fields than the header, or than there are columns.</summary>
    FieldCount,

    /// <summary>The item, the person or the label is empty.</summary>
    EmptyField,

    /// <summary>A quotation mark where none may be, or never closed.</summary>
    Quotation,

    /// <summary>Bytes that are not text in UTF-8.</summary>
    Encoding,

    /// <summary>Longer than 65 536 characters.</summary>
    TooLong,

    /// <summary>Of a file of truths: another truth was given of this item before.</summary>
    Contradiction,
}
