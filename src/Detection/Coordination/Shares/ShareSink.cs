using System.Text;

namespace Beffroi.Detection;

/// <summary>Where shares go as they are read: a table in memory, or files when they do not fit.</summary>
public abstract class ShareSink
{
    /// <summary>Takes one share. The spans are valid during the call only.</summary>
    /// <param name="objectId">What is shared, UTF-8, never empty.</param>
    /// <param name="accountId">Who shares it.</param>
    /// <param name="contentId">The post that shares it.</param>
    /// <param name="timestamp">When, seconds since 1970-01-01 UTC.</param>
    public abstract void Add(ReadOnlySpan<byte> objectId, ReadOnlySpan<byte> accountId, ReadOnlySpan<byte> contentId, long timestamp);

    /// <summary>Takes one share.</summary>
    /// <exception cref="ArgumentException">The object, the account or the content is empty.</exception>
    public void Add(Share share)
    {
        ArgumentException.ThrowIfNullOrEmpty(share.ObjectId, nameof(share));
        ArgumentException.ThrowIfNullOrEmpty(share.AccountId, nameof(share));
        ArgumentException.ThrowIfNullOrEmpty(share.ContentId, nameof(share));
        Add(Encoding.UTF8.GetBytes(share.ObjectId), Encoding.UTF8.GetBytes(share.AccountId), Encoding.UTF8.GetBytes(share.ContentId), share.Timestamp);
    }
}
