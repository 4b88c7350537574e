using System.IO.Compression;
using System.Text;

namespace Beffroi.Detection.Tests;

/// <summary>Reads invented files.</summary>
static class Read
{
    public static List<Reading<AccountRecord>> Accounts(string text, ReadingOptions? options = null) => Accounts(Encoding.UTF8.GetBytes(text), options);

    public static List<Reading<AccountRecord>> Accounts(byte[] bytes, ReadingOptions? options = null) => [.. AccountReader.Read(new MemoryStream(bytes), options)];

    public static List<Reading<Post>> Posts(string text, ReadingOptions? options = null) => [.. PostReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), options)];

    /// <summary>The only account of a file in which nothing is wrong.</summary>
    public static Account Account(string text, ReadingOptions? options = null) => Assert.Single(Accounts(text, options).Select(Sound)).Account;

    public static Post Post(string text, ReadingOptions? options = null) => Assert.Single(Posts(text, options).Select(Sound));

    public static T Sound<T>(Reading<T> step)
        where T : class => step.Problem is null ? step.Value! : throw new InvalidOperationException(step.Problem.Sentence(Tongue.English));

    public static (long, ReadingCode, string?) Problem<T>(Reading<T> step)
        where T : class => (step.Problem!.Line, step.Problem.Code, step.Problem.Field);

    public static byte[] Packed(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    public static DateTimeOffset Utc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) => new(year, month, day, hour, minute, second, TimeSpan.Zero);
}
