using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Beffroi.Eva;

/// <summary>A code that can be copied by hand and said on the telephone: the place of a sign tells whether it is a letter or a digit, and none looks like another.</summary>
public static class SpokenCode
{
    // No vowel, so that no word appears; neither Q nor Y, which are said like others. No 0 and no 1.
    const string Letters = "BCDFGHJKLMNPRSTVWXZ";
    const string Digits = "23456789";

    /// <summary>The code that a secret makes for one purpose: always the same. In <paramref name="shape"/>, L is a letter, D a digit, a space stays one.</summary>
    public static string Of(string secret, string purpose, string shape)
    {
        for (var turn = 0; ; turn++)
        {
            var bytes = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{purpose} {turn}")));
            var code = string.Concat(shape.Select((sign, place) => sign switch
            {
                'L' => Letters[Draw(bytes, place, Letters.Length)],
                'D' => Digits[Draw(bytes, place, Digits.Length)],
                _ => sign,
            }));
            if (!CampaignCode.IsBanned(code))
            {
                return code;
            }
        }
    }

    /// <summary>What is kept of a code: the hash of its signs, however they were spaced.</summary>
    public static byte[] Hash(string code) => Evaluation.Hash(CampaignCode.Normalise(code));

    /// <summary>How it is said, sign by sign.</summary>
    public static string Said(string code) => string.Join(' ', code.Where(c => c != ' '));

    // Two bytes for a sign: the bias of the remainder is below one in three thousand.
    static int Draw(byte[] bytes, int place, int count) => ((bytes[2 * place] << 8) | bytes[(2 * place) + 1]) % count;
}
