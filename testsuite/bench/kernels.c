// Kernels of linear algebra over matrices whose number of rows is known only at run time, many of
// them triangular, and of whole numbers and conversions, which compilers make vectors of, and
// searches of the C library and of a program's own. One program has one of them: -DKERNEL=lu
// -DROWS=48 (`run --kernels 48 lu`).
#include "programs/bench.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { N = ROWS };
static double A[N][N], B[N][N], C[N][N], x[N], y[N];
static uint8_t P[N][N], Q[N][N], R[N][N];
static int16_t S[N][N];
static int32_t W[N][N];
static float F[N][N], G[N][N];
static char T[N][N], U[N][N]; // rows of text that end with their last byte
static volatile int rows = N; // what no compiler knows

static inline void lu(int n) {
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < i; ++j) {
      for (int k = 0; k < j; ++k)
        A[i][j] -= A[i][k] * A[k][j];
      A[i][j] /= A[j][j];
    }
    for (int j = i; j < n; ++j)
      for (int k = 0; k < i; ++k)
        A[i][j] -= A[i][k] * A[k][j];
  }
}

static inline void gauss(int n) {
  for (int k = 0; k < n - 1; ++k)
    for (int i = k + 1; i < n; ++i) {
      double factor = A[i][k] / A[k][k];
      A[i][k] = factor;
      for (int j = k + 1; j < n; ++j)
        A[i][j] -= factor * A[k][j];
    }
}

static inline void cholesky(int n) {
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < i; ++j) {
      for (int k = 0; k < j; ++k)
        A[i][j] -= A[i][k] * A[j][k];
      A[i][j] /= A[j][j];
    }
    for (int k = 0; k < i; ++k)
      A[i][i] -= A[i][k] * A[i][k];
    A[i][i] = sqrt(fabs(A[i][i]) + 1);
  }
}

static inline void solve(int n) {
  for (int j = 0; j < n; ++j) {
    x[j] /= A[j][j];
    for (int i = j + 1; i < n; ++i)
      x[i] -= A[j][i] * x[j];
  }
}

static inline void symm(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      double sum = 0;
      for (int k = 0; k < i; ++k) {
        C[k][j] += 1.5 * B[i][j] * A[i][k];
        sum += B[k][j] * A[i][k];
      }
      C[i][j] = 1.2 * C[i][j] + 1.5 * B[i][j] * A[i][i] + 1.5 * sum;
    }
}

static inline void syrk(int n) {
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j <= i; ++j)
      C[i][j] *= 1.2;
    for (int k = 0; k < n; ++k)
      for (int j = 0; j <= i; ++j)
        C[i][j] += 1.5 * A[i][k] * A[j][k];
  }
}

static inline void trmm(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      for (int k = i + 1; k < n; ++k)
        B[i][j] += A[k][i] * B[k][j];
      B[i][j] *= 1.5;
    }
}

static inline void covariance(int n) {
  for (int j = 0; j < n; ++j) {
    double sum = 0;
    for (int i = 0; i < n; ++i)
      sum += B[i][j];
    y[j] = sum / n;
  }
  for (int i = 0; i < n; ++i)
    for (int j = i; j < n; ++j) {
      double sum = 0;
      for (int k = 0; k < n; ++k)
        sum += (B[k][i] - y[i]) * (B[k][j] - y[j]);
      C[i][j] = C[j][i] = sum / (n - 1);
    }
}

static inline void gemm(int n) {
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < n; ++j)
      C[i][j] *= 0.2;
    for (int k = 0; k < n; ++k)
      for (int j = 0; j < n; ++j)
        C[i][j] += 1.5 * A[i][k] * B[k][j];
  }
}

static inline void products(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      double sum = 0;
      for (int k = 0; k < n; ++k)
        sum += A[i][k] * B[k][j];
      C[i][j] = sum;
    }
}

static inline void transpose(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = i + 1; j < n; ++j) {
      double t = A[i][j];
      A[i][j] = A[j][i];
      A[j][i] = t;
    }
}

static inline void differences(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      int sum = 0;
      for (int k = 0; k < n; ++k)
        sum += abs(P[i][k] - Q[j][k]);
      C[i][j] = sum;
    }
}

static inline void dots(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      int sum = 0;
      for (int k = 0; k < n; ++k)
        sum += S[i][k] * S[j][k];
      C[i][j] = sum;
    }
}

static inline void mixed(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      for (int k = 0; k < n; ++k)
        R[i][k] ^= (uint8_t)(P[j][k] ^ Q[i][k] ^ k);
}

static inline void pools(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j + 1 < n; ++j)
      for (int k = 0; k + 1 < n; ++k) {
        uint8_t one = P[j][k] > P[j + 1][k] ? P[j][k] : P[j + 1][k];
        uint8_t two = P[j][k + 1] > P[j + 1][k + 1] ? P[j][k + 1] : P[j + 1][k + 1];
        R[i][k] = one > two ? one : two;
      }
}

static inline void lengths(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      C[i][j] = (double)strlen(T[j] + i / 2);
}

static inline void characters(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      C[i][j] = strchr(T[j] + i / 2, '!') != NULL;
}

static inline void bytes(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      C[i][j] = (double)((char *)memchr(T[j] + i / 2, 0, (size_t)n) - T[j]);
}

static inline void orders(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      C[i][j] = strcmp(T[j] + i / 2, U[j] + i / 2);
}

static inline void compares(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      C[i][j] = memcmp(T[j] + i / 2, U[j] + i / 2, (size_t)(n - i / 2));
}

static inline void quotes(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      const char *at = T[j] + i / 2;
      while (*at != '"' && *at != '\\' && (unsigned char)*at >= 32)
        ++at;
      C[i][j] = (double)(at - T[j]);
    }
}

// Floats to bytes, as pictures and sound are.
static inline void levels(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      for (int k = 0; k < n; ++k) {
        int level = (int)(F[j][k] * 40.0f + (float)i);
        R[i][k] = (uint8_t)(level < 0 ? 0 : level > 255 ? 255 : level);
      }
}

static inline void clamps(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      for (int k = 0; k < n; ++k) {
        int level = W[j][k] >> (i & 7);
        R[i][k] = (uint8_t)(level < 0 ? 0 : level > 255 ? 255 : level);
      }
}

static inline void ones(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      int count = 0;
      for (int k = 0; k < n; ++k)
        count += __builtin_popcount((uint32_t)(W[i][k] ^ W[j][k]));
      C[i][j] = count;
    }
}

static inline void reversals(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      for (int k = 0; k < n; ++k)
        R[i][k] = P[j][n - 1 - k];
}

static inline void thresholds(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      uint8_t least = P[i][j];
      for (int k = 0; k < n; ++k)
        R[i][k] = P[j][k] > least ? P[j][k] : Q[j][k];
    }
}

static inline void matches(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      int count = 0;
      for (int k = 0; k < n; ++k)
        count += P[j][k] == Q[i][0];
      C[i][j] = count;
    }
}

// The best value of things in a sack, each of a weight: in place.
static inline void sacks(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      int weight = P[i][j] & 31, value = Q[i][j];
      for (int k = n - 1; k >= weight; --k) {
        int with = W[0][k - weight] + value;
        if (with > W[0][k])
          W[0][k] = with;
      }
    }
}

// Known to be odd in number.
static inline void steps(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      for (int k = 1; k < (N | 1) - 1; ++k)
        W[i][k] += S[j][k] - S[j][k - 1];
}

static inline void clusters(int n) {
  float middles[16];
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < 16; ++k)
      middles[k] = F[i][k % n] + (float)k;
    for (int j = 0; j < n; ++j) {
      uint64_t sum = 0;
      for (int k = 0; k + 4 <= n; k += 4) {
        float least = 1e30F;
        int nearest = 0;
        for (int m = 0; m < 4; ++m) {
          float distance = 0;
          for (int l = 0; l < 4; ++l) {
            float d = F[j][k + l] - middles[m * 4 + l];
            distance += d * d;
          }
          if (distance < least) {
            least = distance;
            nearest = m;
          }
        }
        sum += (uint64_t)nearest;
      }
      C[i][j] = (double)sum;
    }
  }
}

static inline void blends(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      for (int k = 0; k < n; ++k)
        R[i][k] = (uint8_t)((P[j][k] * Q[i][k] + Q[j][k] * (255 - Q[i][k]) + 127) / 255);
}

static inline void layers(int n) {
  enum { SIZE = N < 32 ? N : 32 };
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      for (int k = 0; k < SIZE; ++k) {
        int32_t sum = 0;
        for (int l = 0; l < SIZE; ++l)
          sum += P[(i + j) % n][l] * (int8_t)Q[l][k];
        W[j][k] = sum;
      }
}

// Pixels of three bytes.
static inline void grays(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      for (int k = 0; k < n / 3; ++k)
        R[i][k] =
            (uint8_t)((66 * P[j][3 * k] + 129 * P[j][3 * k + 1] + 25 * P[j][3 * k + 2] + 128) >> 8);
}

static inline void points(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      for (int k = 0; k < n / 3; ++k) {
        float a = F[j][3 * k], b = F[j][3 * k + 1], c = F[j][3 * k + 2];
        G[i][k] = a * a + b * b + c * c;
      }
}

// Sound.
static inline void samples(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      for (int k = 0; k < n; ++k) {
        float s = F[j][k] * 12000.0F;
        S[i][k] = (int16_t)(s > 32767.0F ? 32767 : s < -32768.0F ? -32768 : (int)s);
      }
}

// Matrices of four rows, at places that are known only by their range.
static inline void quads(int n) {
  enum { PLACES = N < 128 ? 2 : 8 };
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      for (int k = 0; k < n / 16; ++k) {
        int at = ((j * 5 + k) % PLACES) * 16;
        for (int row = 0; row < 4; ++row)
          for (int l = 0; l < 4; ++l)
            G[i][at + row * 4 + l] = F[j][at + row * 4] * F[i][at + l] +
                                     F[j][at + row * 4 + 1] * F[i][at + 4 + l] +
                                     F[j][at + row * 4 + 2] * F[i][at + 8 + l] +
                                     F[j][at + row * 4 + 3] * F[i][at + 12 + l];
      }
}

// Of complex numbers, as shorter ones.
static inline void powers(int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      for (int k = 0; k < n / 2; ++k)
        G[i][k] = (float)(B[j][2 * k] * B[j][2 * k] + B[j][2 * k + 1] * B[j][2 * k + 1]);
}

static void prepare(void) {
  for (int i = 0; i < N; ++i) {
    x[i] = 1 + i % 7;
    for (int j = 0; j < N; ++j) {
      A[i][j] = ((i * 7 + j * 3) % 11 - 5) / 11.0 + (i == j ? N : 0);
      B[i][j] = (i * 5 + j * 13) % 17 / 17.0;
      C[i][j] = (i + j * 2) % 13 / 13.0;
      P[i][j] = (uint8_t)(i * 31 + j * 17);
      Q[i][j] = (uint8_t)(i * 13 + j * 29 + i * j);
      S[i][j] = (int16_t)(i * 331 - j * 177);
      W[i][j] = (int32_t)((uint32_t)(i * 977 + j * 7919) * 2654435761u) >> 18;
      F[i][j] = (float)((i * 5 - j * 3) % 19) / 4.0f;
      T[i][j] = U[i][j] = (char)(j + 1 < N ? 'a' + (i + j) % 26 : 0);
    }
  }
}

__attribute__((noinline)) static void kernel(int n) {
  KERNEL(n);
}

static uint64_t work(unsigned size) {
  uint64_t sum = 0;
  for (unsigned round = 0; round < size; ++round) {
    prepare();
    kernel(rows);
    sum = mixDouble(mixDouble(sum, A[N - 1][N - 2]), C[N - 1][N - 2]);
  }
  for (int i = 0; i < N; ++i)
    for (int j = 0; j < N; ++j)
      sum = mixDouble(mixDouble(mixDouble(sum, A[i][j]), B[i][j]),
                      C[i][j] + R[i][j] + W[i][j] + S[i][j] + G[i][j]);
  return mixDouble(sum, x[N - 1]);
}
