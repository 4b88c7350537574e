namespace Beffroi.Detection;

/// <summary>What a reading problem costs.</summary>
public enum ProblemWeight
{
    /// <summary>Nothing: worth knowing, not an error.</summary>
    Notice,

    /// <summary>One field, read as missing; the rest of the record is read.</summary>
    Field,

    /// <summary>One record, passed over.</summary>
    Record,

    /// <summary>The rest of the file: reading stops there.</summary>
    File,
}
