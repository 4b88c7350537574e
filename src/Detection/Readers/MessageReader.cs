namespace Beffroi.Detection;

/// <summary>Reads the posts and accounts of messages that come one at a time, as the streams of networks send them: the JSON forms that <see cref="PostReader"/> and
/// <see cref="AccountReader"/> know. Keeps nothing from one message to the next. One thread at a time.</summary>
/// <param name="options">How; by default as <see cref="ReadingOptions"/> says. <see cref="ReadingOptions.MaxLineBytes"/> bounds a message.</param>
public sealed class MessageReader(ReadingOptions? options = null)
{
    readonly ReadingOptions _options = options ?? new();
    readonly PostObjects _posts = new(options ?? new());
    long _number;

    /// <summary>What a message holds: posts, and what is wrong. <see cref="Reading{T}.Line"/> is the number of the message, from 1.</summary>
    /// <param name="message">One JSON value, UTF-8.</param>
    /// <returns>Valid until the next message. Never throws on what the message holds.</returns>
    public IReadOnlyList<Reading<Post>> Posts(ReadOnlySpan<byte> message)
    {
        _number++;
        if (message.Length > _options.MaxLineBytes)
        {
            return [new(_number, null, new(_number, ReadingCode.TooLong))];
        }

        _posts.Read(message, _number);
        return _posts.Steps;
    }

    /// <summary>The accounts of a message, authors of its posts among them, and what is wrong.</summary>
    /// <param name="message">One JSON value, UTF-8.</param>
    /// <returns>Never throws on what the message holds.</returns>
    public IReadOnlyList<Reading<AccountRecord>> Accounts(ReadOnlySpan<byte> message)
    {
        if (message.Length > _options.MaxLineBytes)
        {
            return [new(_number, null, new(_number, ReadingCode.TooLong))];
        }

        var accounts = new AccountObjects(_options);
        accounts.Read(message, _number);
        return accounts.Steps;
    }
}
