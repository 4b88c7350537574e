namespace Beffroi.Psychometrics;

/// <summary>Size of a differential item functioning, in the three letters of the Educational Testing Service (Zieky, 1993, in Holland
/// &amp; Wainer, Differential Item Functioning, ch. 15).</summary>
public enum DifClass
{
    /// <summary>Negligible.</summary>
    A,

    /// <summary>Moderate: to be read again before use.</summary>
    B,

    /// <summary>Large: not to be used until reviewed.</summary>
    C,
}
