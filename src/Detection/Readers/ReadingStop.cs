namespace Beffroi.Detection;

/// <summary>The source cannot be read further: caught by the readers, which say it as a problem.</summary>
sealed class ReadingStop(ReadingCode code) : Exception
{
    public ReadingCode Code => code;
}
