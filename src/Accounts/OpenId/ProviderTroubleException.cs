namespace Beffroi.Accounts.OpenId;

/// <summary>A provider answered what it should not, or did not answer: nobody comes in by that. The message is for the log and holds nothing personal.</summary>
public sealed class ProviderTroubleException : Exception
{
    public ProviderTroubleException()
    {
    }

    public ProviderTroubleException(string message)
        : base(message)
    {
    }

    public ProviderTroubleException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
